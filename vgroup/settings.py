"""Django's settings, derived from the environment that `vgroup.env` has read."""

from vgroup import env as environment
from vgroup.database import database
from vgroup.layers import caches, channel_layers
from vgroup.log import logging_config
from vgroup.mail import mail_server

ENV = environment.read()

# Places
BASE_DIR = environment.PROJECT
VGROUP_HOME = ENV.home
VGROUP_KEYS = ENV.keys
VGROUP_DEMO = ENV.demo
VGROUP_MEDIA = ENV.media

# Security
SECRET_KEY = ENV.secret_key
DEBUG = ENV.debug
ALLOWED_HOSTS = list(ENV.allowed_hosts)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENV.https
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = ENV.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV.proxies else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if ENV.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENV.https
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# Applications
INSTALLED_APPS = [
    "daphne",  # first: it installs the reactor everything else runs in
    "accounts.apps.ClinicAdminConfig",  # django.contrib.admin, with the site of accounts
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "channels",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_filters",
    "accounts",  # before allauth: its e-mails take the place of allauth's
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.mfa",
    "vgroup",
    "sessions_app",
]
MIDDLEWARE = [
    "vgroup.security.headers",
    "django.middleware.security.SecurityMiddleware",
    "vgroup.static.StaticFiles",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "sessions_app.api.idle.middleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
ROOT_URLCONF = "vgroup.urls"
ASGI_APPLICATION = "vgroup.asgi.application"

# Storage
DATABASES = {"default": database(ENV.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CHANNEL_LAYERS = channel_layers(ENV.redis_urls, ENV.redis_prefix)
CACHES = caches(ENV.redis_urls, ENV.redis_prefix)

# Language and time
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [BASE_DIR / "locale"]

# Static files come straight from the packages and from the built frontend: no collecting step.
STATIC_URL = "/static/"
STATICFILES_DIRS = [path for path in [BASE_DIR / "frontend" / "dist"] if path.is_dir()]
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Vite puts a hash of 8 characters into the names of what it builds.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/assets/.+-[\w-]{8}\.\w+$"

# People: sign-in and passwords
AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ALLAUTH_TRUSTED_PROXY_COUNT = ENV.proxies
SESSION_COOKIE_AGE = 12 * 3600  # a day's groups; also the life of an app's token
VGROUP_IDLE_MIN, VGROUP_IDLE_STAFF_MIN = ENV.idle_min, ENV.idle_staff_min
VGROUP_STAFF_SECOND_FACTOR = ENV.staff_second_factor
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("app", "browser")
HEADLESS_ADAPTER = "accounts.signin.headless.HeadlessAdapter"
ACCOUNT_ADAPTER = "accounts.signin.account.AccountAdapter"
ACCOUNT_USER_DISPLAY = "accounts.signin.account.display"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # closed; without a sign-in name nothing leaks
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# By account first. A whole house, a shelter or a clinic may be behind one address: the limit by
# address only slows machines.
ACCOUNT_RATE_LIMITS = {
    "login": "600/m/ip",
    "login_failed": "300/m/ip,10/10m/key",
    "request_login_code": "600/m/ip,3/m/key,20/h/key",
    "reset_password": "600/m/ip,3/m/key,20/h/key",
    "reset_password_from_key": "600/m/ip",
    "signup": "600/m/ip",
}
MFA_ADAPTER = "accounts.signin.mfa.MFAAdapter"
MFA_TOTP_ISSUER = "vgroup"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1

# The HTTP door
REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.api.authentication.SessionToken",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_THROTTLE_CLASSES": ["accounts.api.throttles.PersonThrottle"],
    "DEFAULT_PAGINATION_CLASS": "accounts.api.pages.Pages",
    "EXCEPTION_HANDLER": "accounts.api.problem.handler",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "NUM_PROXIES": ENV.proxies,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "vgroup",
    "DESCRIPTION": "Group rooms whose participation ledger anyone may verify.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "OAS_VERSION": "3.1.0",  # JSON Schema as it is, so that the rooms' own types fit in
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "sessions_app.api.structs.describe",
    ],
    "ENUM_NAME_OVERRIDES": {
        "AgreementKindEnum": "accounts.models.agreement.Agreement.Kind",
        "GroupKindEnum": "sessions_app.models.group.Kind",
        "MomentEnum": "sessions_app.api.shapes.door.MOMENTS",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

# Mail
MAIL_SERVER = mail_server(ENV.mail_url)
EMAIL_BACKEND = MAIL_SERVER.backend
EMAIL_HOST, EMAIL_PORT = MAIL_SERVER.host, MAIL_SERVER.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL_SERVER.user, MAIL_SERVER.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL_SERVER.tls, MAIL_SERVER.ssl
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = ENV.home / "mail"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENV.mail_from

LOGGING = logging_config()
