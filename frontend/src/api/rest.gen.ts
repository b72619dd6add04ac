// Made by `npm run generate` from the OpenAPI schema. Do not edit.

export interface paths {
    "/api/v1/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Who looked at what: all of it for administrators, the days of their grants for auditors.
         *
         *     Auditors are told the names of staff and of nobody else.
         */
        get: operations["access_log_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Every agreement in force at your clinics, and whether you signed it. */
        get: operations["agreements_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sign one version under your name; signing again changes nothing. */
        post: operations["agreements_sign_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Sessions, newest first, each with its attendance at a glance.
         *
         *     Those whose attendance you may see: all of the clinic for the office, those you are assigned
         *     to, those of the days of your grants. `person` narrows it to one person's sessions and adds
         *     their line; names are those that the attendance of each session would show you.
         */
        get: operations["attendance_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Every grant of the clinic, also those that ended; to auditors their own, while in force.
         *
         *     An auditor is told the names of whom a grant names, and each time that is a look.
         */
        get: operations["audit_grants_list"];
        put?: never;
        /** @description Whoever is not among `people` appears to the auditor as a numbered seat, unless the grant is for `everyone`. */
        post: operations["audit_grants_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-grants/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description End a grant at once. */
        post: operations["audit_grants_revoke_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clinics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Name, zone, crisis contacts and licensed states of a clinic of yours. */
        get: operations["clinics_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The groups of the clinic that are yours; all of them for administrators and supervisors. */
        get: operations["groups_list"];
        put?: never;
        /** @description Open a group. */
        post: operations["groups_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One group and its rules. */
        get: operations["groups_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Change it; rooms that are open keep the rules they have. */
        patch: operations["groups_partial_update"];
        trace?: never;
    };
    "/api/v1/groups/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Put a group away, once no session of it is planned or open. */
        post: operations["groups_archive_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your own place in a group, and the name you go by there. */
        get: operations["groups_me_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Choose the name; a room that is open keeps the one it knows. */
        patch: operations["groups_me_partial_update"];
        trace?: never;
    };
    "/api/v1/groups/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who takes part, and who did. */
        get: operations["groups_members_list"];
        put?: never;
        /** @description Enrol a participant, also while the group meets; again it changes nothing. */
        post: operations["groups_members_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/members/{seat}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description End it from now on; the record of what was stays. Again it changes nothing. */
        delete: operations["groups_members_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Bring an archived group back. */
        post: operations["groups_restore_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who holds the group as a rule: assigned to each session that is planned from then on. */
        get: operations["groups_team_list"];
        put?: never;
        /** @description Put somebody on the team, or change whether they lead. */
        post: operations["groups_team_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/groups/{id}/team/{seat}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Take somebody off the team; sessions that are planned keep whom they have. */
        delete: operations["groups_team_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The clinic's invitations. */
        get: operations["invitations_list"];
        put?: never;
        /** @description With an e-mail the link is sent there and shown to nobody; without one it is in the answer, once, to be handed over. */
        post: operations["invitations_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Void an invitation that nobody has accepted. */
        post: operations["invitations_revoke_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Look at an invitation, and accept it once. The token is never part of an address. */
        get: operations["invitations_accept_retrieve"];
        put?: never;
        /** @description Look at an invitation, and accept it once. The token is never part of an address. */
        post: operations["invitations_accept_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who you are, where you belong, and what waits for your signature. */
        get: operations["me_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Who you are, where you belong, and what waits for your signature. */
        patch: operations["me_partial_update"];
        trace?: never;
    };
    "/api/v1/me/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What you attended as a participant, session by session and in sum; nobody else's. */
        get: operations["me_attendance_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description End every session, token and live connection of yours, this one too. */
        post: operations["me_sign_out_everywhere_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Everyone at the clinic. Facilitators see names and roles only. */
        get: operations["people_list"];
        put?: never;
        /** @description Open an account that staff issue: it has a sign-in name and no e-mail. To invite somebody by e-mail, make an invitation. */
        post: operations["people_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{public_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One person of the clinic. */
        get: operations["people_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description One person of the clinic. */
        patch: operations["people_partial_update"];
        trace?: never;
    };
    "/api/v1/people/{public_id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Issue a one-time sign-in code for a participant or guest; it is shown once. */
        post: operations["people_code_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{public_id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description End all roles of a person at the clinic, at once, also in live rooms. */
        post: operations["people_deactivate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{public_id}/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Give somebody a role at the clinic, or end it. */
        put: operations["people_roles_update"];
        post?: never;
        /** @description Give somebody a role at the clinic, or end it. */
        delete: operations["people_roles_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your sessions at the clinic; an auditor's are those of the days of their grants. */
        get: operations["sessions_list"];
        put?: never;
        /** @description Plan a session; the standing team of its group is assigned to it. */
        post: operations["sessions_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One session: when it is, and how far it has come. */
        get: operations["sessions_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Change the plan; refused once the door has opened. */
        patch: operations["sessions_partial_update"];
        trace?: never;
    };
    "/api/v1/sessions/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Who attended: for the session's staff, the office, and auditors under a grant.
         *
         *     Staff see the names of the room, the office legal names; an auditor sees the legal names of
         *     those in the grant, and numbered seats.
         */
        get: operations["sessions_attendance_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/attendance/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your own attendance, and nobody else's. */
        get: operations["sessions_attendance_me_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/attestation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Your own last complete answers in this group, as far as they can be the same again.
         *
         *     Whether you are alone, sober or driving is about now, and is never remembered.
         */
        get: operations["sessions_attestation_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Call a session off before it has started; the room's own command, with its refusals. */
        post: operations["sessions_cancel_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The form, when it is due, and what you answered so far. */
        get: operations["sessions_check_in_retrieve"];
        put?: never;
        /** @description Answer some items; null is "prefer not to say". `done` when all is said. */
        post: operations["sessions_check_in_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Give the room a command, for automation or when the socket does not work.
         *
         *     The rules, refusals and refs are the socket's own: a ref that was done there is not done again.
         */
        post: operations["sessions_commands_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who is invited to this session only. */
        get: operations["sessions_guests_list"];
        put?: never;
        /** @description Invite somebody for a function; an open room announces it to the group. */
        post: operations["sessions_guests_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/guests/{seat}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Take the invitation back, while the door is closed. */
        delete: operations["sessions_guests_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The entries in order, with their hashes. `sealed`: something private belongs to it.
         *
         *     CSV holds all that the filters leave, JSON a page of it.
         */
        get: operations["sessions_ledger_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/people/{seat}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description One person of this session by their legal name, with whom to call; each look is logged.
         *
         *     For the staff who are assigned to the session, and the office. Whoever is not on the session's
         *     own roster is not there.
         */
        get: operations["sessions_people_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/room": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The room as you may see it: what a socket is welcomed with. */
        get: operations["sessions_room_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who is assigned to the session. */
        get: operations["sessions_staff_list"];
        put?: never;
        /** @description Assign somebody, also while it runs: a substitute may enter at once. */
        post: operations["sessions_staff_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/staff/{seat}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Take it back, also while the session runs; the ledger keeps who was there. */
        delete: operations["sessions_staff_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A ticket that opens this room's websocket: good once, for 30 seconds. */
        post: operations["sessions_ticket_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Read the whole record of a session again and check every hash and signature of it. */
        get: operations["sessions_verification_retrieve"];
        put?: never;
        /** @description Read the whole record of a session again and check every hash and signature of it. */
        post: operations["sessions_verification_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Sign in with a sign-in name (or e-mail) and the code that staff gave you.
         *
         *     The answer is allauth's: 200 with `meta.session_token` for an app or the cookie for a browser,
         *     or 401 with the pending second factor.
         */
        post: operations["sign_in_code_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The token alone joins with the account that is signed in; the rest makes a new one. */
        AcceptRequest: {
            token: string;
            legal_name?: string;
            preferred_name?: string;
            locale?: components["schemas"]["LocaleEnum"];
            password?: string;
        };
        /** @description How to sign in from now on: with the e-mail, or with the sign-in name. */
        Accepted: {
            id: string;
            /** Format: email */
            email: string | null;
            sign_in: string | null;
        };
        AccessLog: {
            /** Format: uuid */
            readonly id: string;
            /** Format: date-time */
            at?: string;
            actor: string;
            /** @description What whoever looked is called; null where you may not know it. */
            readonly name: string | null;
            purpose: string;
            kind: string;
            object_id?: string;
        };
        /** @description The command is in the ledger, or needed nothing; the same as the socket's ack. */
        Ack: {
            ref: string;
            cursor: string;
        };
        Agreement: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            clinic: string;
            kind: components["schemas"]["AgreementKindEnum"];
            audience: components["schemas"]["AudienceEnum"];
            /** Format: int64 */
            version: number;
            title: string;
            text: string;
            /** Format: date-time */
            readonly published_at: string | null;
            /** @description Signed by you, in this version. */
            readonly signed: boolean;
        };
        /**
         * @description * `group_agreement` - Group Agreement
         *     * `telehealth_consent` - Telehealth Consent
         *     * `confidentiality` - Confidentiality
         * @enum {string}
         */
        AgreementKindEnum: "group_agreement" | "telehealth_consent" | "confidentiality";
        /**
         * @description Moments are ISO 8601; `_local` is the wall clock of the session. Lengths: ms, s or min.
         *
         *     `sources` names the ledger entries behind each figure. `row` counts the people of this answer
         *     from 1 and says whose times, sources and signatures these are, whatever people are called;
         *     null: the group's own. A signature covers the record up to the entry before it.
         */
        Attendance: {
            /** Format: uuid */
            session: string;
            meeting: components["schemas"]["AttendanceMeeting"];
            corrections: components["schemas"]["AttendanceCorrection"][];
            signatures: components["schemas"]["AttendanceSignature"][];
            people: components["schemas"]["AttendancePerson"][];
            times: components["schemas"]["AttendanceTime"][];
            sources: components["schemas"]["AttendanceSource"][];
        };
        AttendanceCorrection: {
            entry: number;
            what: string | null;
            at: string | null;
            at_local: string | null;
            until: string | null;
            until_local: string | null;
            before: string | null;
            before_local: string | null;
            replaced_ms: number | null;
            reason: string | null;
            by: string | null;
        };
        AttendanceMeeting: {
            name: string | null;
            kind: string | null;
            zone: string | null;
            outcome: string | null;
            cause: string | null;
            opened: string | null;
            opened_local: string | null;
            planned_start: string | null;
            planned_start_local: string | null;
            planned_end: string | null;
            planned_end_local: string | null;
            ends_at: string | null;
            ends_at_local: string | null;
            actual_start: string | null;
            actual_start_local: string | null;
            actual_end: string | null;
            actual_end_local: string | null;
            recorded_start: string | null;
            recorded_start_local: string | null;
            recorded_end: string | null;
            recorded_end_local: string | null;
            extended_s: number;
            running_ms: number;
            running_min: number;
            breaks: number;
            breaks_ms: number;
            holds: number;
            holds_ms: number;
            corrections: number;
            capacity: number;
            peak: number;
            seats_taken: number;
            exceeded: boolean;
            over_capacity: string | null;
            expected: number;
            present: number;
            facilitators: string | null;
            flags: string | null;
            provisional: boolean;
            upto: string | null;
        };
        AttendancePerson: {
            person: string | null;
            seat: string | null;
            role: string | null;
            function: string | null;
            credential: string | null;
            status: string | null;
            removed_for: string | null;
            late_s: number;
            early_s: number;
            first_in: string | null;
            first_in_local: string | null;
            last_out: string | null;
            last_out_local: string | null;
            present_ms: number;
            credited_ms: number;
            credited_s: number;
            credited_min: number;
            away_ms: number;
            waiting_ms: number;
            gaps: number;
            gaps_ms: number;
            led_ms: number;
            talked_ms: number;
            talked_by: components["schemas"]["TalkedByEnum"];
            microphone_ms: number;
            camera_ms: number;
            hands_raised: number;
            called_on: number;
            turns_taken: number;
            turns_passed: number;
            prompts_answered: number;
            prompts_by_activity: number;
            prompts_missed: number;
            messages_group: number;
            messages_private: number;
            reactions: number;
            checkins_done: number;
            connection_losses: number;
            flags: string | null;
            provisional: boolean;
            row: number;
        };
        AttendanceSignature: {
            entry: number;
            at: string | null;
            at_local: string | null;
            row: number | null;
            by: string | null;
            name: string | null;
            credential: string | null;
            meaning: string | null;
        };
        AttendanceSource: {
            row: number | null;
            person: string | null;
            figure: string | null;
            entries: string | null;
        };
        AttendanceTime: {
            row: number | null;
            person: string | null;
            what: string | null;
            since: string | null;
            since_local: string | null;
            until: string | null;
            until_local: string | null;
            length_ms: number;
        };
        /**
         * @description * `participants` - Participants
         *     * `guests` - Guests
         * @enum {string}
         */
        AudienceEnum: "participants" | "guests";
        CancelRequest: {
            reason: string;
            /** @description Your own id: sent again, it is done once. */
            ref?: string;
        };
        /** @description `name` is what the room calls them; `birth_date` tells people apart, and is not of staff. */
        Card: {
            seat: string;
            name: string;
            /** @description One of participant, staff, guest. */
            role: string;
            /** @description Of a guest. */
            function: string | null;
            legal_name: string;
            preferred_name: string;
            /** Format: date */
            birth_date: string | null;
            emergency_contact: components["schemas"]["EmergencyContact"] | null;
        };
        CheckInRequest: {
            /** @description Your own id for it: sent again, it is done once. */
            ref: string;
            moment: components["schemas"]["MomentEnum"];
            answers: {
                [key: string]: number | string | null;
            };
            /** @default false */
            done: boolean;
        };
        /** @description What is asked and what you answered; `form` is null where the group has no check-in. */
        CheckIns: {
            readonly form: components["schemas"]["RoomForm"] | null;
            due: components["schemas"]["MomentEnum"][];
            done: components["schemas"]["MomentEnum"][];
            /** @description By moment. */
            answers: {
                [key: string]: {
                    [key: string]: number | string | null;
                };
            };
        };
        /**
         * @description * `app` - app
         *     * `browser` - browser
         * @enum {string}
         */
        ClientEnum: "app" | "browser";
        Clinic: {
            /** Format: uuid */
            readonly id: string;
            name: string;
            zone: string;
            crisis_contacts: components["schemas"]["Contact"][];
            licensed_states: string[];
            /**
             * @description Whether sound and picture go through a relay (TURN) only, so that nobody's device learns the network address of another. auto: on for mesh when a TURN server is set.
             *
             *     * `auto` - Where people's devices would otherwise connect to each other
             *     * `always` - Always
             *     * `never` - Never
             */
            relay?: components["schemas"]["RelayEnum"];
            readonly demo: boolean;
        };
        /** @description Shown once; `sign_in` is what to enter beside it. */
        Code: {
            sign_in: string;
            code: string;
            /** Format: date-time */
            expires_at: string;
        };
        CommandRequest: {
            /** @description Your own id for it: sent again, it is done once. */
            ref: string;
            command: components["schemas"]["RoomCommand"];
        };
        Contact: {
            name: string;
            phone: string;
            note?: string;
        };
        EmergencyContact: {
            name: string;
            phone: string;
            relation?: string;
        };
        EmergencyContactRequest: {
            name: string;
            phone: string;
            relation?: string;
        };
        /**
         * @description * `observer` - Observer
         *     * `interpreter` - Interpreter
         *     * `captioner` - Captioner
         *     * `student` - Student
         *     * `family` - Family
         * @enum {string}
         */
        FunctionEnum: "observer" | "interpreter" | "captioner" | "student" | "family";
        /**
         * @description A session's attendance in a line. `statuses` counts the participants by their status.
         *
         *     `sealed_at` is when the clinic signed the last entry, null while one waits for its signature.
         *     `person` is the line of whom `?person=` asks for, null where they were not expected.
         */
        Glance: {
            provisional: boolean;
            expected: number;
            present: number;
            statuses: {
                [key: string]: number;
            };
            peak: number;
            capacity: number;
            running_min: number;
            facilitators: string | null;
            flags: string | null;
            exceeded: boolean;
            sealed_at: string | null;
            signed: components["schemas"]["Signed"][];
            person: components["schemas"]["GlancePerson"] | null;
        };
        GlancePerson: {
            status: string;
            credited_min: number;
            late_s: number;
            early_s: number;
        };
        /** @description A session with its attendance at a glance: null before its door has opened. */
        GlancedSession: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            clinic: string;
            group: components["schemas"]["GroupBrief"];
            /** Format: date */
            planned_date: string;
            /** Format: time */
            planned_start: string;
            length_min: number;
            zone: string;
            /** Format: date-time */
            readonly starts_at: string;
            /** Format: date-time */
            readonly ends_at: string;
            topic?: string;
            modality?: components["schemas"]["ModalityEnum"];
            readonly phase: components["schemas"]["PhaseEnum"];
            /** Format: date-time */
            readonly cancelled_at: string | null;
            readonly reach: components["schemas"]["ReachEnum"][];
            readonly glance: components["schemas"]["Glance"] | null;
        };
        Grant: {
            /** Format: uuid */
            readonly id: string;
            /** @description A membership code. */
            auditor: string;
            purpose: string;
            /** Format: date */
            starts: string;
            /** Format: date */
            ends: string;
            everyone?: boolean;
            readonly people: string[];
            /** @description Whom the grant names, as its auditor may read them; null for administrators. */
            readonly names: string[] | null;
            /** Format: date-time */
            granted_at?: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            revoked_at?: string | null;
        };
        /** @description `_min` are minutes, `_s` seconds. An open room keeps the rules it opened with. */
        Group: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly clinic: string;
            name: string;
            kind?: components["schemas"]["GroupKindEnum"];
            capacity?: number;
            /** Format: int64 */
            door_min?: number;
            /** Format: int64 */
            late_grace_min?: number;
            /** Format: int64 */
            late_cutoff_min?: number;
            /** Format: int64 */
            extension_cap_min?: number;
            /** Format: int64 */
            return_gap_min?: number;
            /** Format: int64 */
            reconnect_s?: number;
            /** Format: int64 */
            break_min?: number;
            /** Format: int64 */
            lead_grace_s?: number;
            /** Format: int64 */
            hold_after_s?: number;
            /** Format: int64 */
            end_after_s?: number;
            away_credited?: boolean;
            /**
             * Format: int64
             * @description Minutes between presence prompts; 0 leaves them to facilitators.
             */
            prompt_every_min?: number;
            /**
             * Format: int64
             * @description 0 erases the chat when the session ends.
             */
            chat_kept_days?: number;
            /** @description Empty: the clinic's. */
            licensed_states?: string[];
            may_unmute?: boolean;
            /** @description Microphones and cameras go off when a break begins, but for the staff's; after it everyone turns their own on again. */
            break_quiet?: boolean;
            /** @description People may take part by text alone, without sound and picture. */
            text_allowed?: boolean;
            /** @description Only the devices in the room can hear and see; the server passes on what it can not read. Older browsers can not join. */
            encrypted?: boolean;
            /** @description id@version; empty means the form vgroup ships with. */
            checkin_form?: string;
            /** Format: date-time */
            readonly created: string;
            /** Format: date-time */
            readonly archived: string | null;
            readonly reach: components["schemas"]["ReachEnum"][];
            /** @description How many take part at present; null for whoever may not see them. */
            readonly members: number | null;
            /** @description Who holds it, the lead first; null for whoever may not see them. */
            readonly team: components["schemas"]["Holder"][] | null;
        };
        GroupBrief: {
            /** Format: uuid */
            readonly id: string;
            name: string;
            kind?: components["schemas"]["GroupKindEnum"];
        };
        /**
         * @description * `process` - Process group
         *     * `cbt_skills` - CBT skills
         *     * `dbt_skills` - DBT skills
         *     * `relapse_prevention` - Relapse prevention
         *     * `education` - Education
         *     * `mindfulness` - Mindfulness
         *     * `family` - Family group
         *     * `other` - Other
         * @enum {string}
         */
        GroupKindEnum: "process" | "cbt_skills" | "dbt_skills" | "relapse_prevention" | "education" | "mindfulness" | "family" | "other";
        /** @description `_min` are minutes, `_s` seconds. An open room keeps the rules it opened with. */
        GroupRequest: {
            name: string;
            kind?: components["schemas"]["GroupKindEnum"];
            capacity?: number;
            /** Format: int64 */
            door_min?: number;
            /** Format: int64 */
            late_grace_min?: number;
            /** Format: int64 */
            late_cutoff_min?: number;
            /** Format: int64 */
            extension_cap_min?: number;
            /** Format: int64 */
            return_gap_min?: number;
            /** Format: int64 */
            reconnect_s?: number;
            /** Format: int64 */
            break_min?: number;
            /** Format: int64 */
            lead_grace_s?: number;
            /** Format: int64 */
            hold_after_s?: number;
            /** Format: int64 */
            end_after_s?: number;
            away_credited?: boolean;
            /**
             * Format: int64
             * @description Minutes between presence prompts; 0 leaves them to facilitators.
             */
            prompt_every_min?: number;
            /**
             * Format: int64
             * @description 0 erases the chat when the session ends.
             */
            chat_kept_days?: number;
            /** @description Empty: the clinic's. */
            licensed_states?: string[];
            may_unmute?: boolean;
            /** @description Microphones and cameras go off when a break begins, but for the staff's; after it everyone turns their own on again. */
            break_quiet?: boolean;
            /** @description People may take part by text alone, without sound and picture. */
            text_allowed?: boolean;
            /** @description Only the devices in the room can hear and see; the server passes on what it can not read. Older browsers can not join. */
            encrypted?: boolean;
            /** @description id@version; empty means the form vgroup ships with. */
            checkin_form?: string;
        };
        Guest: {
            seat: string;
            person: string;
            name: string;
            function: components["schemas"]["FunctionEnum"];
        };
        /** @description Somebody of the standing team, in brief. */
        Holder: {
            person: string;
            name: string;
            leads?: boolean;
        };
        Invitation: {
            /** Format: uuid */
            readonly id: string;
            role: components["schemas"]["RoleEnum"];
            email?: string;
            /** Format: date-time */
            readonly created: string;
            /** Format: date-time */
            readonly expires_at: string;
            /** Format: date-time */
            readonly accepted_at: string | null;
            /** Format: date-time */
            readonly revoked_at: string | null;
            /** @description Only when made, and only without an e-mail: hand it over, it is nowhere else. */
            readonly link: string | null;
        };
        InvitationRequest: {
            role: components["schemas"]["RoleEnum"];
            email?: string;
        };
        /** @description Null where there is none, or where it was erased. */
        LastAttestation: {
            answers: components["schemas"]["PlaceSaid"] | null;
            /** Format: date-time */
            at: string | null;
        };
        LedgerEntryLine: {
            entry: number;
            at: string | null;
            at_local: string | null;
            actor: string | null;
            kind: string | null;
            person: string | null;
            to: string | null;
            event: {
                [key: string]: unknown;
            };
            sealed: boolean;
            hash: string | null;
        };
        /**
         * @description * `en` - English
         *     * `es` - Español
         * @enum {string}
         */
        LocaleEnum: "en" | "es";
        Me: {
            readonly id: string;
            /** Format: email */
            readonly email: string | null;
            readonly sign_in: string | null;
            readonly legal_name: string;
            preferred_name?: string;
            emergency_contact?: components["schemas"]["EmergencyContact"] | null;
            locale?: components["schemas"]["LocaleEnum"];
            readonly memberships: components["schemas"]["MyMembership"][];
            /** @description Agreements that wait for you. */
            readonly unsigned: components["schemas"]["Agreement"][];
            /** @description After so many minutes without a request you are signed out; 0: never. */
            readonly idle_min: number;
            /** @description True: as staff you must set one up before anything else. */
            readonly second_factor_due: boolean;
        };
        Member: {
            seat: string;
            alias: string;
            person: string;
            name: string;
            /** Format: date-time */
            since?: string;
            /** Format: date-time */
            until?: string | null;
            active?: boolean;
        };
        Membership: {
            readonly code: string;
            role: components["schemas"]["RoleEnum"];
            active?: boolean;
            /** Format: date-time */
            since?: string;
            /** Format: date-time */
            until?: string | null;
        };
        MembershipRequest: {
            role: components["schemas"]["RoleEnum"];
            active?: boolean;
            /** Format: date-time */
            since?: string;
            /** Format: date-time */
            until?: string | null;
        };
        /**
         * @description * `online` - Online
         *     * `in_person` - In person
         *     * `hybrid` - Online and in person
         * @enum {string}
         */
        ModalityEnum: "online" | "in_person" | "hybrid";
        /**
         * @description * `before` - before
         *     * `round` - round
         *     * `after` - after
         * @enum {string}
         */
        MomentEnum: "before" | "round" | "after";
        MyMembership: {
            readonly code: string;
            role: components["schemas"]["RoleEnum"];
            /** Format: date-time */
            since?: string;
            clinic: components["schemas"]["Clinic"];
        };
        /** @description Your place in a group: the code that records know you by, and what the group calls you. */
        MyPlace: {
            readonly seat: string;
            alias: string;
        };
        NewGrantRequest: {
            /** @description The membership code of an auditor. */
            auditor: string;
            purpose: string;
            /**
             * Format: date
             * @description First day of the records.
             */
            starts: string;
            /**
             * Format: date
             * @description Last day of the records.
             */
            ends: string;
            /** Format: date-time */
            expires_at: string;
            /** @default false */
            everyone: boolean;
            people?: string[];
        };
        /** @description Either the public id of somebody of the clinic, or an invitation that they accepted. */
        NewGuestRequest: {
            person?: string;
            /** Format: uuid */
            invitation?: string;
            function: components["schemas"]["FunctionEnum"];
            /** @description What the group may call this guest. */
            name: string;
        };
        NewMemberRequest: {
            /** @description The public id of a participant of the clinic. */
            person: string;
            /** @description A wish; they may choose another one themselves. */
            alias?: string;
        };
        /** @description What administrators and supervisors see; `managed` says that this clinic may edit it. */
        NewPersonRequest: {
            legal_name: string;
            preferred_name?: string;
            /** Format: date */
            birth_date?: string | null;
            emergency_contact?: components["schemas"]["EmergencyContactRequest"] | null;
            credential?: string;
            licence?: string;
            locale?: components["schemas"]["LocaleEnum"];
            role: components["schemas"]["RoleEnum"];
        };
        /** @description What can be changed until the door opens. */
        NewSessionRequest: {
            /** Format: date */
            planned_date: string;
            /** Format: time */
            planned_start: string;
            length_min: number;
            topic?: string;
            modality?: components["schemas"]["ModalityEnum"];
            /** Format: uuid */
            group: string;
            /** @description An IANA zone; else the clinic's. */
            zone?: string;
        };
        NewStaffRequest: {
            /** @description The public id of somebody of the staff. */
            person: string;
            /** @default false */
            leads: boolean;
            /**
             * @description False: looks on.
             * @default true
             */
            facilitates: boolean;
        };
        NewTeamMemberRequest: {
            /** @description The public id of somebody of the staff. */
            person: string;
            /**
             * @description Takes the lead from whoever has it.
             * @default false
             */
            leads: boolean;
        };
        /** @description What the holder of a link sees before joining. */
        OpenInvitation: {
            clinic: string;
            role: components["schemas"]["RoleEnum"];
            /** Format: date-time */
            expires_at: string;
        };
        /** @description Your own part of the record; `you` is null where you were not expected. */
        OwnAttendance: {
            /** Format: uuid */
            session: string;
            meeting: components["schemas"]["OwnAttendanceMeeting"];
            you: components["schemas"]["OwnAttendancePerson"] | null;
        };
        OwnAttendanceMeeting: {
            name: string | null;
            kind: string | null;
            zone: string | null;
            outcome: string | null;
            planned_start: string | null;
            planned_start_local: string | null;
            planned_end: string | null;
            planned_end_local: string | null;
            actual_start: string | null;
            actual_start_local: string | null;
            actual_end: string | null;
            actual_end_local: string | null;
            running_ms: number;
            running_min: number;
            breaks_ms: number;
            holds_ms: number;
            provisional: boolean;
            upto: string | null;
        };
        OwnAttendancePerson: {
            person: string | null;
            role: string | null;
            function: string | null;
            credential: string | null;
            status: string | null;
            removed_for: string | null;
            late_s: number;
            early_s: number;
            first_in: string | null;
            first_in_local: string | null;
            last_out: string | null;
            last_out_local: string | null;
            present_ms: number;
            credited_ms: number;
            credited_s: number;
            credited_min: number;
            away_ms: number;
            waiting_ms: number;
            gaps: number;
            gaps_ms: number;
            led_ms: number;
            hands_raised: number;
            called_on: number;
            turns_taken: number;
            turns_passed: number;
            prompts_answered: number;
            prompts_by_activity: number;
            messages_group: number;
            messages_private: number;
            reactions: number;
            checkins_done: number;
            connection_losses: number;
            flags: string | null;
            provisional: boolean;
        };
        /** @description One session of yours; `running_min` is how long the group ran, `provisional` until over. */
        OwnSession: {
            /** Format: uuid */
            session: string;
            group: components["schemas"]["GroupBrief"];
            /** Format: date-time */
            starts_at: string;
            /** Format: date-time */
            ends_at: string;
            phase: components["schemas"]["PhaseEnum"];
            status: string;
            credited_min: number;
            running_min: number;
            provisional: boolean;
        };
        /** @description Your own sessions whose door has opened, from the day `since` to the day `until`. */
        OwnSpan: {
            /** Format: date */
            since: string;
            /** Format: date */
            until: string;
            sessions: components["schemas"]["OwnSession"][];
            totals: components["schemas"]["OwnTotals"];
        };
        /** @description Sums of the sessions listed: those that were held, and those of them you came to. */
        OwnTotals: {
            credited_min: number;
            sessions_attended: number;
            sessions_held: number;
        };
        PaginatedAccessLogList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["AccessLog"][];
        };
        PaginatedAgreementList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["Agreement"][];
        };
        PaginatedGlancedSessionList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["GlancedSession"][];
        };
        PaginatedGrantList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["Grant"][];
        };
        PaginatedGroupList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["Group"][];
        };
        PaginatedGuestList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["Guest"][];
        };
        PaginatedInvitationList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["Invitation"][];
        };
        PaginatedLedgerEntryLineList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["LedgerEntryLine"][];
        };
        PaginatedMemberList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["Member"][];
        };
        PaginatedPersonList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["Person"][];
        };
        PaginatedSessionList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["Session"][];
        };
        PaginatedStaffList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["Staff"][];
        };
        PaginatedTeamMemberList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=4
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?page=2
             */
            previous?: string | null;
            results: components["schemas"]["TeamMember"][];
        };
        /** @description `_min` are minutes, `_s` seconds. An open room keeps the rules it opened with. */
        PatchedGroupRequest: {
            name?: string;
            kind?: components["schemas"]["GroupKindEnum"];
            capacity?: number;
            /** Format: int64 */
            door_min?: number;
            /** Format: int64 */
            late_grace_min?: number;
            /** Format: int64 */
            late_cutoff_min?: number;
            /** Format: int64 */
            extension_cap_min?: number;
            /** Format: int64 */
            return_gap_min?: number;
            /** Format: int64 */
            reconnect_s?: number;
            /** Format: int64 */
            break_min?: number;
            /** Format: int64 */
            lead_grace_s?: number;
            /** Format: int64 */
            hold_after_s?: number;
            /** Format: int64 */
            end_after_s?: number;
            away_credited?: boolean;
            /**
             * Format: int64
             * @description Minutes between presence prompts; 0 leaves them to facilitators.
             */
            prompt_every_min?: number;
            /**
             * Format: int64
             * @description 0 erases the chat when the session ends.
             */
            chat_kept_days?: number;
            /** @description Empty: the clinic's. */
            licensed_states?: string[];
            may_unmute?: boolean;
            /** @description Microphones and cameras go off when a break begins, but for the staff's; after it everyone turns their own on again. */
            break_quiet?: boolean;
            /** @description People may take part by text alone, without sound and picture. */
            text_allowed?: boolean;
            /** @description Only the devices in the room can hear and see; the server passes on what it can not read. Older browsers can not join. */
            encrypted?: boolean;
            /** @description id@version; empty means the form vgroup ships with. */
            checkin_form?: string;
        };
        PatchedMeRequest: {
            preferred_name?: string;
            emergency_contact?: components["schemas"]["EmergencyContactRequest"] | null;
            locale?: components["schemas"]["LocaleEnum"];
        };
        /** @description Your place in a group: the code that records know you by, and what the group calls you. */
        PatchedMyPlaceRequest: {
            alias?: string;
        };
        /** @description What administrators and supervisors see; `managed` says that this clinic may edit it. */
        PatchedPersonRequest: {
            legal_name?: string;
            preferred_name?: string;
            /** Format: date */
            birth_date?: string | null;
            emergency_contact?: components["schemas"]["EmergencyContactRequest"] | null;
            credential?: string;
            licence?: string;
            locale?: components["schemas"]["LocaleEnum"];
        };
        /** @description What can be changed until the door opens. */
        PatchedSessionPlanRequest: {
            /** Format: date */
            planned_date?: string;
            /** Format: time */
            planned_start?: string;
            length_min?: number;
            topic?: string;
            modality?: components["schemas"]["ModalityEnum"];
        };
        /** @description What administrators and supervisors see; `managed` says that this clinic may edit it. */
        Person: {
            readonly id: string;
            readonly name: string;
            /** Format: email */
            readonly email: string | null;
            readonly sign_in: string | null;
            legal_name?: string;
            preferred_name?: string;
            /** Format: date */
            birth_date?: string | null;
            emergency_contact?: components["schemas"]["EmergencyContact"] | null;
            credential?: string;
            licence?: string;
            locale?: components["schemas"]["LocaleEnum"];
            readonly memberships: components["schemas"]["Membership"][];
            readonly managed: boolean;
        };
        /** @enum {string} */
        PhaseEnum: "scheduled" | "door_open" | "running" | "on_break" | "on_hold" | "ended" | "not_held" | "cancelled";
        /** @description Where you were and how to call you; the questions about now are asked anew each time. */
        PlaceSaid: {
            state: string;
            location: string;
            callback: string;
        };
        /** @description What a refusal looks like; `fields` names what is wrong with which field. */
        Problem: {
            /** @description urn:vgroup:problem:<code> */
            type: string;
            title: string;
            status: number;
            /** @description Stable; the same as on the socket. */
            code: string;
            /** @description A sentence that says what to do next. */
            detail: string;
            fields?: {
                [key: string]: string[];
            };
        };
        /** @description `entry` is the first bad entry; `says` is what this means. */
        ProblemFound: {
            entry: number | null;
            code: string;
            message: string;
            says: string;
        };
        /** @enum {string} */
        ReachEnum: "administrator" | "supervisor" | "team" | "staff" | "participant" | "guest" | "auditor";
        /**
         * @description * `auto` - Where people's devices would otherwise connect to each other
         *     * `always` - Always
         *     * `never` - Never
         * @enum {string}
         */
        RelayEnum: "auto" | "always" | "never";
        /**
         * @description * `participant` - Participant
         *     * `guest` - Guest
         *     * `facilitator` - Facilitator
         *     * `supervisor` - Supervisor
         *     * `administrator` - Administrator
         *     * `auditor` - Auditor
         * @enum {string}
         */
        RoleEnum: "participant" | "guest" | "facilitator" | "supervisor" | "administrator" | "auditor";
        /** @description `planned_*` is wall time in `zone`; `starts_at` and `ends_at` are the same moments in UTC. */
        Session: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            clinic: string;
            group: components["schemas"]["GroupBrief"];
            /** Format: date */
            planned_date: string;
            /** Format: time */
            planned_start: string;
            length_min: number;
            zone: string;
            /** Format: date-time */
            readonly starts_at: string;
            /** Format: date-time */
            readonly ends_at: string;
            topic?: string;
            modality?: components["schemas"]["ModalityEnum"];
            readonly phase: components["schemas"]["PhaseEnum"];
            /** Format: date-time */
            readonly cancelled_at: string | null;
            readonly reach: components["schemas"]["ReachEnum"][];
        };
        SignRequest: {
            /** @description Your name, as you sign. */
            name: string;
        };
        Signed: {
            name: string;
            credential: string | null;
            meaning: string;
            at: string;
        };
        /** @description Credential and licence as they were at the assignment. */
        Staff: {
            seat: string;
            person: string;
            name: string;
            credential?: string;
            licence?: string;
            leads?: boolean;
            facilitates?: boolean;
            /** Format: date-time */
            at?: string;
        };
        StaffCodeSignInRequest: {
            /** @description Sign-in name or e-mail. */
            sign_in: string;
            code: string;
            /**
             * @description `browser` gets the cookie, `app` gets `meta.session_token`.
             *
             *     * `app` - app
             *     * `browser` - browser
             * @default browser
             */
            client: components["schemas"]["ClientEnum"];
        };
        /**
         * @description * `server` - server
         *     * `self` - self
         *     * `mixed` - mixed
         *     * `none` - none
         * @enum {string}
         */
        TalkedByEnum: "server" | "self" | "mixed" | "none";
        TeamMember: {
            seat: string;
            person: string;
            name: string;
            credential: string;
            leads?: boolean;
        };
        /** @description Open `url` with the subprotocols `protocol` and `ticket.<ticket>`: once, and soon. */
        Ticket: {
            ticket: string;
            url: string;
            protocol: string;
            /** @description Seconds. */
            expires_in: number;
        };
        /** @description `sealed_at`: when the clinic signed the last entry, null while one waits for it. */
        Verification: {
            /** Format: uuid */
            session: string;
            ok: boolean;
            /** @description How many were read. */
            entries: number;
            /** @description What the result means, in a sentence. */
            says: string;
            sealed_at: string | null;
            problems: components["schemas"]["ProblemFound"][];
        };
        /**
         * Acknowledge
         * @description Take an alert in hand.
         */
        RoomAcknowledge: {
            /** @enum {unknown} */
            type: "Acknowledge";
            alert: string;
        };
        /**
         * AddTime
         * @description Give the speaker some seconds more.
         */
        RoomAddTime: {
            /** @enum {unknown} */
            type: "AddTime";
            seconds: number;
        };
        /**
         * Admit
         * @description Let one person in; `late` and `over_capacity` are reasons, where the rules ask for one.
         */
        RoomAdmit: {
            /** @enum {unknown} */
            type: "Admit";
            seat: string;
            /** @enum {unknown} */
            identity: "document" | "known" | "name_and_birth_date" | "vouched";
            /** @default  */
            late: string;
            /** @default  */
            over_capacity: string;
        };
        /**
         * AdmitAll
         * @description Let in everyone about whom there is nothing to decide, in the order of their knocks.
         */
        RoomAdmitAll: {
            /** @enum {unknown} */
            type: "AdmitAll";
            /** @enum {unknown} */
            identity: "document" | "known" | "name_and_birth_date" | "vouched";
        };
        /**
         * AlertRule
         * @description When an answer calls staff: at least a number, or one of some values.
         */
        RoomAlertRule: {
            /** @default null */
            at_least: number | null;
            /** @default [] */
            any_of: string[];
        };
        /**
         * AlertView
         * @description An alert, for staff, with the last location and call-back number of its person.
         *
         *         `somebody_else`: raised before somebody else was found in the seat, and about them.
         */
        RoomAlertView: {
            alert: string;
            seat: string;
            /** @enum {unknown} */
            source: "check_in" | "help" | "message" | "staff";
            item: string | null;
            at: number;
            by: string | null;
            dropped: boolean;
            outcome: ("emergency_services" | "mistaken" | "not_reached" | "referred" | "safe" | "safety_plan") | null;
            words: string | null;
            quoted: string | null;
            location: string | null;
            callback: string | null;
            /** @default false */
            somebody_else: boolean;
        };
        /**
         * AllowText
         * @description Say whether participants may take part by text alone; whoever does already goes on.
         */
        RoomAllowText: {
            /** @enum {unknown} */
            type: "AllowText";
            allowed: boolean;
        };
        /**
         * AllowUnmute
         * @description Say whether people may turn their own microphone on.
         */
        RoomAllowUnmute: {
            /** @enum {unknown} */
            type: "AllowUnmute";
            allowed: boolean;
        };
        /**
         * Announce
         * @description Tell everyone something, in every place and in the waiting room.
         */
        RoomAnnounce: {
            /** @enum {unknown} */
            type: "Announce";
            text: string;
        };
        /**
         * AnswerPresence
         * @description Say that one is with the group.
         */
        RoomAnswerPresence: {
            /** @enum {unknown} */
            type: "AnswerPresence";
        };
        /**
         * AskForHelp
         * @description Tell the staff, and nobody else, that one needs help.
         */
        RoomAskForHelp: {
            /** @enum {unknown} */
            type: "AskForHelp";
            /** @default  */
            words: string;
        };
        /**
         * AskPresence
         * @description Ask everyone "are you with us?".
         */
        RoomAskPresence: {
            /** @enum {unknown} */
            type: "AskPresence";
        };
        /**
         * AskToUnmute
         * @description Ask someone to turn their microphone on, whatever the rule; they decide.
         */
        RoomAskToUnmute: {
            /** @enum {unknown} */
            type: "AskToUnmute";
            seat: string;
        };
        /**
         * Attestation
         * @description What a person says at the door: where they are and that the place is fit for a group.
         *
         *         `state` is the code of the state or region; an empty `location` keeps a person waiting.
         */
        RoomAttestation: {
            state: string;
            location: string;
            callback: string;
            alone: boolean;
            headphones: boolean;
            sober: boolean;
            not_driving: boolean;
            agreements: boolean;
        };
        /**
         * Break
         * @description Take a break of some minutes; it ends by itself.
         */
        RoomBreak: {
            /** @enum {unknown} */
            type: "Break";
            minutes: number;
        };
        /**
         * CallOn
         * @description Give someone the floor; their hand goes down.
         */
        RoomCallOn: {
            /** @enum {unknown} */
            type: "CallOn";
            seat: string;
        };
        /**
         * CameraOff
         * @description Turn someone's camera off.
         */
        RoomCameraOff: {
            /** @enum {unknown} */
            type: "CameraOff";
            seat: string;
        };
        /**
         * Cancel
         * @description Call the session off before it has started.
         */
        RoomCancel: {
            /** @enum {unknown} */
            type: "Cancel";
            reason: string;
        };
        /**
         * CheckIn
         * @description Answer some items of the form; None is "prefer not to say". `done` when all is said.
         */
        RoomCheckIn: {
            /** @enum {unknown} */
            type: "CheckIn";
            /** @enum {unknown} */
            moment: "after" | "before" | "round";
            answers: {
                [key: string]: number | string | null;
            };
            /** @default false */
            done: boolean;
        };
        /**
         * CloseRound
         * @description End the check-in round.
         */
        RoomCloseRound: {
            /** @enum {unknown} */
            type: "CloseRound";
        };
        /**
         * ComeBack
         * @description Be back after stepping away.
         */
        RoomComeBack: {
            /** @enum {unknown} */
            type: "ComeBack";
        };
        /**
         * Contact
         * @description Whom to reach when the room is not enough.
         */
        RoomContact: {
            name: string;
            phone: string;
            /** @default  */
            note: string;
        };
        /**
         * CorrectTime
         * @description Say when the group really started, paused or ended, with a reason; the original stays.
         *
         *         `until` is the end of a break; times are ms UTC.
         */
        RoomCorrectTime: {
            /** @enum {unknown} */
            type: "CorrectTime";
            /** @enum {unknown} */
            what: "break" | "end" | "start";
            at: number;
            reason: string;
            /** @default null */
            until: number | null;
        };
        /**
         * DeleteMessage
         * @description Take a message away from everyone's view; one's own, or for staff anyone's.
         */
        RoomDeleteMessage: {
            /** @enum {unknown} */
            type: "DeleteMessage";
            message: string;
        };
        /**
         * End
         * @description End the group for everyone.
         */
        RoomEnd: {
            /** @enum {unknown} */
            type: "End";
            /**
             * @default facilitator
             * @enum {unknown}
             */
            reason: "facilitator" | "safety" | "technical";
        };
        /**
         * EndBreak
         * @description End the break early.
         */
        RoomEndBreak: {
            /** @enum {unknown} */
            type: "EndBreak";
        };
        /**
         * EndRound
         * @description End the go-round.
         */
        RoomEndRound: {
            /** @enum {unknown} */
            type: "EndRound";
        };
        /**
         * ExpectedView
         * @description Someone on the roster, for staff.
         */
        RoomExpectedView: {
            seat: string;
            name: string;
            /** @enum {unknown} */
            role: "guest" | "participant" | "staff";
            function: string | null;
            /** @enum {unknown} */
            standing: "inside" | "left" | "outside" | "refused" | "removed" | "waiting";
            connections: number;
            checked_in: string[];
            checkins: {
                [key: string]: {
                    [key: string]: number | string | null;
                };
            };
        };
        /**
         * Extend
         * @description Let the group run longer, within the cap.
         */
        RoomExtend: {
            /** @enum {unknown} */
            type: "Extend";
            minutes: number;
            reason: string;
        };
        /**
         * Follow
         * @description Take part by sound and picture, by sound alone, or by what is written alone.
         */
        RoomFollow: {
            /** @enum {unknown} */
            type: "Follow";
            /** @enum {unknown} */
            mode: "all" | "sound" | "text";
        };
        /**
         * Form
         * @description A versioned set of items; `id@version` names it for ever.
         */
        RoomForm: {
            id: string;
            version: number;
            title: {
                [key: string]: string;
            };
            items: components["schemas"]["RoomItem"][];
        };
        /**
         * GoTo
         * @description Go to another place oneself, as staff.
         */
        RoomGoTo: {
            /** @enum {unknown} */
            type: "GoTo";
            place: string;
        };
        /**
         * HandOver
         * @description Give the lead to another facilitator who is present.
         */
        RoomHandOver: {
            /** @enum {unknown} */
            type: "HandOver";
            seat: string;
        };
        /**
         * HandView
         * @description A raised hand, in order.
         */
        RoomHandView: {
            seat: string;
            since: number;
        };
        /**
         * InviteToShare
         * @description Let someone share, once, if they like.
         */
        RoomInviteToShare: {
            /** @enum {unknown} */
            type: "InviteToShare";
            seat: string;
        };
        /**
         * Item
         * @description One question: a scale (`low`..`high`), a choice (`options`) or a short text.
         */
        RoomItem: {
            id: string;
            /** @enum {unknown} */
            kind: "choice" | "scale" | "text";
            words: {
                [key: string]: string;
            };
            moments: ("after" | "before" | "round")[];
            /** @default 0 */
            low: number;
            /** @default 0 */
            high: number;
            /** @default {} */
            ends: {
                [key: string]: [
                    string,
                    string
                ];
            };
            /** @default [] */
            options: components["schemas"]["RoomOption"][];
            /** @default null */
            alert: components["schemas"]["RoomAlertRule"] | null;
        };
        /**
         * Knock
         * @description Ask to come in. Without an attestation the last one of this session still holds.
         */
        RoomKnock: {
            /** @enum {unknown} */
            type: "Knock";
            /** @default null */
            attestation: components["schemas"]["RoomAttestation"] | null;
        };
        /**
         * Leave
         * @description Leave the group, or the waiting room, by one's own word.
         */
        RoomLeave: {
            /** @enum {unknown} */
            type: "Leave";
        };
        /**
         * LetBackIn
         * @description Let someone who was removed or refused knock again.
         */
        RoomLetBackIn: {
            /** @enum {unknown} */
            type: "LetBackIn";
            seat: string;
        };
        /**
         * Lock
         * @description Let nobody new in.
         */
        RoomLock: {
            /** @enum {unknown} */
            type: "Lock";
        };
        /**
         * LowerAll
         * @description Lower every hand.
         */
        RoomLowerAll: {
            /** @enum {unknown} */
            type: "LowerAll";
        };
        /**
         * LowerHand
         * @description Lower one's own hand, or for staff anyone's.
         */
        RoomLowerHand: {
            /** @enum {unknown} */
            type: "LowerHand";
            /** @default null */
            seat: string | null;
        };
        /**
         * MessageView
         * @description A message of `seat`, whom the group calls `name`; `text` is None once erased.
         *
         *         `place` is where in the group it was written, "main" for private lines.
         */
        RoomMessageView: {
            message: string;
            seat: string;
            name: string;
            about: string | null;
            at: number;
            text: string | null;
            /** @default main */
            place: string;
        };
        /**
         * Move
         * @description Bring someone to another place: a side room that is open, or "main".
         */
        RoomMove: {
            /** @enum {unknown} */
            type: "Move";
            seat: string;
            place: string;
        };
        /**
         * Mute
         * @description Turn someone's microphone off.
         */
        RoomMute: {
            /** @enum {unknown} */
            type: "Mute";
            seat: string;
        };
        /**
         * MuteAll
         * @description Turn every participant's and guest's microphone off.
         */
        RoomMuteAll: {
            /** @enum {unknown} */
            type: "MuteAll";
        };
        /**
         * NextTurn
         * @description Pass the floor on; the speaker may do it too. With a `seat`, only while it is its turn.
         */
        RoomNextTurn: {
            /** @enum {unknown} */
            type: "NextTurn";
            /** @default null */
            seat: string | null;
        };
        /**
         * OpenDoor
         * @description Open the door before its time.
         */
        RoomOpenDoor: {
            /** @enum {unknown} */
            type: "OpenDoor";
        };
        /**
         * OpenPlaces
         * @description Open side rooms and send people there, for some seconds or until they are called back.
         */
        RoomOpenPlaces: {
            /** @enum {unknown} */
            type: "OpenPlaces";
            places: components["schemas"]["RoomPlaceDraft"][];
            /** @default null */
            seconds: number | null;
        };
        /**
         * OpenRound
         * @description Ask everyone to check in, now.
         */
        RoomOpenRound: {
            /** @enum {unknown} */
            type: "OpenRound";
        };
        /**
         * Option
         * @description One answer to choose, with its words by language.
         */
        RoomOption: {
            value: string;
            words: {
                [key: string]: string;
            };
        };
        /**
         * Pass
         * @description Take part without speaking, now or when the turn comes.
         */
        RoomPass: {
            /** @enum {unknown} */
            type: "Pass";
        };
        /**
         * PersonView
         * @description Someone inside, in `place`. `why` they are away is for staff only.
         */
        RoomPersonView: {
            seat: string;
            name: string;
            /** @enum {unknown} */
            role: "guest" | "participant" | "staff";
            /** @enum {unknown} */
            state: "away" | "here" | "reconnecting";
            connected: boolean;
            place: string;
            leads: boolean;
            facilitates: boolean;
            credential: string;
            function: string | null;
            microphone: boolean;
            camera: boolean;
            /**
             * @default all
             * @enum {unknown}
             */
            follows: "all" | "sound" | "text";
            /** @default null */
            shares: ("handout" | "screen" | "window") | null;
            /** @default null */
            why: string | null;
        };
        /**
         * PlaceDraft
         * @description A side room to be: what it is called and who goes there.
         */
        RoomPlaceDraft: {
            name: string;
            /** @default [] */
            seats: string[];
        };
        /**
         * PlaceView
         * @description A side room that is open.
         */
        RoomPlaceView: {
            place: string;
            name: string;
        };
        /**
         * PlacesView
         * @description The side rooms that are open, and when they close by themselves, ms UTC.
         */
        RoomPlacesView: {
            open: components["schemas"]["RoomPlaceView"][];
            closes_at: number | null;
        };
        /**
         * Post
         * @description Write to the group, or privately: to the staff, or as staff to one `seat`.
         *
         *         To the group means to everyone in the place one is in; staff who are inside read all places.
         *         With a `place`, what is written to the group is refused once its author is in another one.
         */
        RoomPost: {
            /** @enum {unknown} */
            type: "Post";
            text: string;
            /**
             * @default group
             * @enum {unknown}
             */
            to: "group" | "seat" | "staff";
            /** @default null */
            seat: string | null;
            /** @default null */
            place: string | null;
        };
        /**
         * Promote
         * @description Make assigned staff who look on a co-facilitator.
         */
        RoomPromote: {
            /** @enum {unknown} */
            type: "Promote";
            seat: string;
        };
        /**
         * RaiseAlert
         * @description Alert the team about someone; `message` is a private message to keep with the alert.
         */
        RoomRaiseAlert: {
            /** @enum {unknown} */
            type: "RaiseAlert";
            seat: string;
            /** @default  */
            words: string;
            /** @default null */
            message: string | null;
        };
        /**
         * RaiseHand
         * @description Ask for the floor.
         */
        RoomRaiseHand: {
            /** @enum {unknown} */
            type: "RaiseHand";
        };
        /**
         * React
         * @description Show a reaction for a moment, to the place one is in and to staff.
         */
        RoomReact: {
            /** @enum {unknown} */
            type: "React";
            /** @enum {unknown} */
            reaction: "clap" | "heart" | "laugh" | "same" | "thanks" | "with_you";
        };
        /**
         * Recall
         * @description Call everyone back in some seconds, which everyone sees; 0 is at once.
         */
        RoomRecall: {
            /** @enum {unknown} */
            type: "Recall";
            /** @default 60 */
            seconds: number;
        };
        /**
         * Refuse
         * @description Do not let someone in.
         */
        RoomRefuse: {
            /** @enum {unknown} */
            type: "Refuse";
            seat: string;
            /** @enum {unknown} */
            reason: "intoxication" | "late" | "not_this_person" | "other" | "wrong_room";
        };
        /**
         * Remove
         * @description Take someone out; they stay out until they are let back in.
         */
        RoomRemove: {
            /** @enum {unknown} */
            type: "Remove";
            seat: string;
            /** @enum {unknown} */
            reason: "conduct" | "intoxication" | "not_this_person" | "other" | "safety" | "wrong_room";
            /** @default  */
            note: string;
        };
        /**
         * ReportSpeech
         * @description How many ms one talked between two moments, ms UTC, as one's own browser measured it.
         */
        RoomReportSpeech: {
            /** @enum {unknown} */
            type: "ReportSpeech";
            since: number;
            until: number;
            ms: number;
        };
        /**
         * Resolve
         * @description Close an alert with its outcome.
         */
        RoomResolve: {
            /** @enum {unknown} */
            type: "Resolve";
            alert: string;
            /** @enum {unknown} */
            outcome: "emergency_services" | "mistaken" | "not_reached" | "referred" | "safe" | "safety_plan";
            /** @default  */
            note: string;
        };
        /**
         * RoundView
         * @description A go-round: its order, who is still to come, whose turn it is.
         */
        RoomRoundView: {
            seats: string[];
            seconds: number;
            coming: string[];
            turn: components["schemas"]["RoomTurnView"] | null;
        };
        /**
         * SendBack
         * @description Send someone back to the waiting room.
         */
        RoomSendBack: {
            /** @enum {unknown} */
            type: "SendBack";
            seat: string;
        };
        /**
         * SetCamera
         * @description Turn one's own camera on or off.
         */
        RoomSetCamera: {
            /** @enum {unknown} */
            type: "SetCamera";
            on: boolean;
        };
        /**
         * SetChatMode
         * @description Open the chat, send it to the facilitators only, or turn it off.
         */
        RoomSetChatMode: {
            /** @enum {unknown} */
            type: "SetChatMode";
            /** @enum {unknown} */
            mode: "off" | "open" | "to_staff";
        };
        /**
         * SetMicrophone
         * @description Turn one's own microphone on or off; nobody can turn on another's.
         */
        RoomSetMicrophone: {
            /** @enum {unknown} */
            type: "SetMicrophone";
            on: boolean;
        };
        /**
         * SignRecord
         * @description Sign the record as it stands; what comes later is an amendment.
         */
        RoomSignRecord: {
            /** @enum {unknown} */
            type: "SignRecord";
            /**
             * @default facilitated
             * @enum {unknown}
             */
            meaning: "amended" | "facilitated" | "reviewed";
        };
        /**
         * Snapshot
         * @description All that a page shows. `group` fields are empty until one is inside.
         *
         *         `spotlights`: who is shown large, at most one in a place. `break_quiet` and `encrypted` are
         *         rules of the group; `text_allowed` is one that a facilitator may change for this session.
         */
        RoomSnapshot: {
            name: string;
            times: components["schemas"]["RoomTimes"];
            you: components["schemas"]["RoomYou"];
            people: components["schemas"]["RoomPersonView"][];
            hands: components["schemas"]["RoomHandView"][];
            called: string | null;
            round: components["schemas"]["RoomRoundView"] | null;
            locked: boolean;
            /** @enum {unknown} */
            chat: "off" | "open" | "to_staff";
            messages: components["schemas"]["RoomMessageView"][];
            announced: components["schemas"]["RoomMessageView"] | null;
            may_unmute: boolean;
            prompt_until: number | null;
            round_open: boolean;
            crisis: components["schemas"]["RoomContact"][];
            form: components["schemas"]["RoomForm"] | null;
            staff: components["schemas"]["RoomStaffView"] | null;
            /** @default null */
            places: components["schemas"]["RoomPlacesView"] | null;
            /** @default [] */
            spotlights: string[];
            /** @default true */
            text_allowed: boolean;
            /** @default false */
            break_quiet: boolean;
            /** @default false */
            encrypted: boolean;
        };
        /**
         * Spotlight
         * @description Show one person large to everyone in their place.
         *
         *         None shows everyone alike in `place`, or in one's own where none is named.
         */
        RoomSpotlight: {
            /** @enum {unknown} */
            type: "Spotlight";
            seat: string | null;
            /** @default null */
            place: string | null;
        };
        /**
         * StaffView
         * @description What only staff see. `invited`: who may share and has not begun.
         */
        RoomStaffView: {
            capacity: number;
            extended_s: number;
            extension_cap_s: number;
            late_cutoff_s: number;
            start_due: boolean;
            alone_since: number | null;
            visitors: components["schemas"]["RoomVisitorView"][];
            expected: components["schemas"]["RoomExpectedView"][];
            alerts: components["schemas"]["RoomAlertView"][];
            prompt_waits_for: string[];
            /** @default [] */
            invited: string[];
        };
        /**
         * Start
         * @description Start the group.
         */
        RoomStart: {
            /** @enum {unknown} */
            type: "Start";
        };
        /**
         * StartRound
         * @description Let everyone speak in turn, `seconds` each; `seats` only for a given order.
         */
        RoomStartRound: {
            /** @enum {unknown} */
            type: "StartRound";
            seconds: number;
            /**
             * @default seating
             * @enum {unknown}
             */
            order: "given" | "least_heard" | "seating";
            /** @default [] */
            seats: string[];
        };
        /**
         * StartSharing
         * @description Share one's screen, a window or a handout with the place one is in.
         */
        RoomStartSharing: {
            /** @enum {unknown} */
            type: "StartSharing";
            /** @enum {unknown} */
            what: "handout" | "screen" | "window";
        };
        /**
         * StepAway
         * @description Be silent and blank both ways for a while.
         */
        RoomStepAway: {
            /** @enum {unknown} */
            type: "StepAway";
            /**
             * @default other
             * @enum {unknown}
             */
            why: "break" | "call" | "family" | "other" | "overwhelmed" | "technical";
        };
        /**
         * StepDown
         * @description Stop leading, or stop facilitating.
         */
        RoomStepDown: {
            /** @enum {unknown} */
            type: "StepDown";
        };
        /**
         * StopSharing
         * @description End one's own sharing, or as a facilitator anyone's.
         */
        RoomStopSharing: {
            /** @enum {unknown} */
            type: "StopSharing";
            /** @default null */
            seat: string | null;
        };
        /**
         * Times
         * @description Phase and times of the session, ms UTC; `zone` is an IANA name.
         */
        RoomTimes: {
            /** @enum {unknown} */
            phase: "cancelled" | "door_open" | "ended" | "not_held" | "on_break" | "on_hold" | "running" | "scheduled";
            starts_at: number;
            ends_at: number;
            zone: string;
            started_at: number | null;
            break_from: number | null;
            break_until: number | null;
            held_from: number | null;
            ended_at: number | null;
            cause: string | null;
        };
        /**
         * TurnView
         * @description The turn that runs, until `until` (ms UTC); `left_ms` while the group pauses.
         */
        RoomTurnView: {
            seat: string;
            until: number | null;
            left_ms: number;
        };
        /**
         * Unlock
         * @description Let people in again.
         */
        RoomUnlock: {
            /** @enum {unknown} */
            type: "Unlock";
        };
        /**
         * VisitorView
         * @description Someone who came to the door, for staff; who is inside by now stays in the list.
         *
         *         `answers` is what they said, None once erased; `first_complete` when they first might have
         *         been let in.
         */
        RoomVisitorView: {
            seat: string;
            name: string;
            /** @enum {unknown} */
            role: "guest" | "participant" | "staff";
            /** @enum {unknown} */
            standing: "inside" | "left" | "outside" | "refused" | "removed" | "waiting";
            connected: boolean;
            knocked_at: number;
            first_complete: number | null;
            complete: boolean;
            look: boolean;
            late: boolean;
            state: string;
            reason: string | null;
            answers: Record<string, never> | null;
        };
        /**
         * Welcome
         * @description The whole room as this person may see it; it replaces all that came before.
         *
         *         `now` is the server's time in ms UTC. `resumed` frames carry no snapshot: events follow.
         */
        RoomWelcome: {
            /** @enum {unknown} */
            type: "welcome";
            cursor: string;
            now: number;
            resumed: boolean;
            snapshot: components["schemas"]["RoomSnapshot"] | null;
        };
        /**
         * WithdrawInvitation
         * @description Take back that someone may share, before they do.
         */
        RoomWithdrawInvitation: {
            /** @enum {unknown} */
            type: "WithdrawInvitation";
            seat: string;
        };
        /**
         * You
         * @description The viewer.
         *
         *         `line`: a private line to the staff stays open after the end. `helped`: what came of
         *         asking for help. `asked_to_unmute` and `prompted` wait for an answer. `may_share`: they may
         *         start sharing, as facilitators do or as somebody who is invited to, once.
         */
        RoomYou: {
            seat: string;
            name: string;
            /** @enum {unknown} */
            role: "guest" | "participant" | "staff";
            /** @enum {unknown} */
            standing: "inside" | "left" | "outside" | "refused" | "removed" | "waiting";
            away: boolean;
            complete: boolean;
            line: boolean;
            helped: ("asked" | "coming" | "nobody_here") | null;
            asked_to_unmute: boolean;
            prompted: boolean;
            checked_in: string[];
            answers: {
                [key: string]: {
                    [key: string]: number | string | null;
                };
            };
            /** @default false */
            may_share: boolean;
        };
        RoomCommand: components["schemas"]["RoomKnock"] | components["schemas"]["RoomAdmit"] | components["schemas"]["RoomAdmitAll"] | components["schemas"]["RoomRefuse"] | components["schemas"]["RoomSendBack"] | components["schemas"]["RoomLock"] | components["schemas"]["RoomUnlock"] | components["schemas"]["RoomRemove"] | components["schemas"]["RoomLetBackIn"] | components["schemas"]["RoomOpenDoor"] | components["schemas"]["RoomStart"] | components["schemas"]["RoomBreak"] | components["schemas"]["RoomEndBreak"] | components["schemas"]["RoomExtend"] | components["schemas"]["RoomEnd"] | components["schemas"]["RoomCancel"] | components["schemas"]["RoomLeave"] | components["schemas"]["RoomStepAway"] | components["schemas"]["RoomComeBack"] | components["schemas"]["RoomHandOver"] | components["schemas"]["RoomPromote"] | components["schemas"]["RoomStepDown"] | components["schemas"]["RoomRaiseHand"] | components["schemas"]["RoomLowerHand"] | components["schemas"]["RoomLowerAll"] | components["schemas"]["RoomCallOn"] | components["schemas"]["RoomStartRound"] | components["schemas"]["RoomNextTurn"] | components["schemas"]["RoomAddTime"] | components["schemas"]["RoomPass"] | components["schemas"]["RoomEndRound"] | components["schemas"]["RoomOpenPlaces"] | components["schemas"]["RoomMove"] | components["schemas"]["RoomGoTo"] | components["schemas"]["RoomRecall"] | components["schemas"]["RoomSetMicrophone"] | components["schemas"]["RoomSetCamera"] | components["schemas"]["RoomMute"] | components["schemas"]["RoomMuteAll"] | components["schemas"]["RoomCameraOff"] | components["schemas"]["RoomAllowUnmute"] | components["schemas"]["RoomAllowText"] | components["schemas"]["RoomAskToUnmute"] | components["schemas"]["RoomFollow"] | components["schemas"]["RoomSpotlight"] | components["schemas"]["RoomStartSharing"] | components["schemas"]["RoomStopSharing"] | components["schemas"]["RoomInviteToShare"] | components["schemas"]["RoomWithdrawInvitation"] | components["schemas"]["RoomReportSpeech"] | components["schemas"]["RoomPost"] | components["schemas"]["RoomDeleteMessage"] | components["schemas"]["RoomSetChatMode"] | components["schemas"]["RoomReact"] | components["schemas"]["RoomAnnounce"] | components["schemas"]["RoomAskPresence"] | components["schemas"]["RoomAnswerPresence"] | components["schemas"]["RoomOpenRound"] | components["schemas"]["RoomCloseRound"] | components["schemas"]["RoomCheckIn"] | components["schemas"]["RoomAskForHelp"] | components["schemas"]["RoomRaiseAlert"] | components["schemas"]["RoomAcknowledge"] | components["schemas"]["RoomResolve"] | components["schemas"]["RoomCorrectTime"] | components["schemas"]["RoomSignRecord"];
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    access_log_list: {
        parameters: {
            query?: {
                actor?: string;
                after?: string;
                before?: string;
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
                kind?: string;
                object_id?: string;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedAccessLogList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_list: {
        parameters: {
            query?: {
                /**
                 * @description * `participants` - Participants
                 *     * `guests` - Guests
                 */
                audience?: "guests" | "participants";
                clinic?: string;
                /**
                 * @description * `group_agreement` - Group Agreement
                 *     * `telehealth_consent` - Telehealth Consent
                 *     * `confidentiality` - Confidentiality
                 */
                kind?: "confidentiality" | "group_agreement" | "telehealth_consent";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                signed?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedAgreementList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    agreements_sign_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    attendance_list: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
                group?: string;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                person?: string;
                /**
                 * @description * `scheduled` - scheduled
                 *     * `door_open` - door_open
                 *     * `running` - running
                 *     * `on_break` - on_break
                 *     * `on_hold` - on_hold
                 *     * `ended` - ended
                 *     * `not_held` - not_held
                 *     * `cancelled` - cancelled
                 */
                phase?: ("cancelled" | "door_open" | "ended" | "not_held" | "on_break" | "on_hold" | "running" | "scheduled")[];
                since?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedGlancedSessionList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_grants_list: {
        parameters: {
            query?: {
                active?: boolean;
                auditor?: string;
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedGrantList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_grants_create: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGrantRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit_grants_revoke_create: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clinics_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clinic"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_list: {
        parameters: {
            query?: {
                archived?: boolean;
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
                /**
                 * @description * `process` - Process group
                 *     * `cbt_skills` - CBT skills
                 *     * `dbt_skills` - DBT skills
                 *     * `relapse_prevention` - Relapse prevention
                 *     * `education` - Education
                 *     * `mindfulness` - Mindfulness
                 *     * `family` - Family group
                 *     * `other` - Other
                 */
                kind?: "cbt_skills" | "dbt_skills" | "education" | "family" | "mindfulness" | "other" | "process" | "relapse_prevention";
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                person?: string;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedGroupList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_create: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedGroupRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_archive_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_me_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPlace"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_me_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedMyPlaceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPlace"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_members_list: {
        parameters: {
            query?: {
                active?: boolean;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedMemberList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_members_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMemberRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_members_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seat: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_restore_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_team_list: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedTeamMemberList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_team_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTeamMemberRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMember"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    groups_team_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seat: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitations_list: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
                open?: boolean;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /**
                 * @description * `participant` - Participant
                 *     * `guest` - Guest
                 *     * `facilitator` - Facilitator
                 *     * `supervisor` - Supervisor
                 *     * `administrator` - Administrator
                 *     * `auditor` - Auditor
                 */
                role?: "administrator" | "auditor" | "facilitator" | "guest" | "participant" | "supervisor";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedInvitationList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitations_create: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitations_revoke_create: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitations_accept_retrieve: {
        parameters: {
            query?: never;
            header: {
                "X-Invitation": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvitation"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitations_accept_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedMeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_attendance_retrieve: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
                /** @description A day of the plan, included. Left out both: this week, Monday to Sunday, in the clinic. */
                since?: string;
                /** @description At most 62 days in all. */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSpan"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    me_sign_out_everywhere_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    people_list: {
        parameters: {
            query?: {
                active?: boolean;
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                /**
                 * @description * `participant` - Participant
                 *     * `guest` - Guest
                 *     * `facilitator` - Facilitator
                 *     * `supervisor` - Supervisor
                 *     * `administrator` - Administrator
                 *     * `auditor` - Auditor
                 */
                role?: "administrator" | "auditor" | "facilitator" | "guest" | "participant" | "supervisor";
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPersonList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    people_create: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPersonRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    people_retrieve: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
            };
            header?: never;
            path: {
                public_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    people_partial_update: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
            };
            header?: never;
            path: {
                public_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedPersonRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    people_code_create: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
            };
            header?: never;
            path: {
                public_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Code"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    people_deactivate_create: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
            };
            header?: never;
            path: {
                public_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    people_roles_update: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
            };
            header?: never;
            path: {
                public_id: string;
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    people_roles_destroy: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
            };
            header?: never;
            path: {
                public_id: string;
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_list: {
        parameters: {
            query?: {
                /** @description Which clinic; may be left out by whoever belongs to one only. */
                clinic?: string;
                group?: string;
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                person?: string;
                /**
                 * @description * `scheduled` - scheduled
                 *     * `door_open` - door_open
                 *     * `running` - running
                 *     * `on_break` - on_break
                 *     * `on_hold` - on_hold
                 *     * `ended` - ended
                 *     * `not_held` - not_held
                 *     * `cancelled` - cancelled
                 */
                phase?: ("cancelled" | "door_open" | "ended" | "not_held" | "on_break" | "on_hold" | "running" | "scheduled")[];
                since?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedSessionList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSessionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedSessionPlanRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_attendance_retrieve: {
        parameters: {
            query?: {
                format?: "csv" | "json";
                /** @description Which one, as CSV. */
                table?: "corrections" | "meeting" | "people" | "signatures" | "sources" | "times";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attendance"];
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_attendance_me_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAttendance"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_attestation_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LastAttestation"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_cancel_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_check_in_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckIns"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_check_in_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_commands_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommandRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ack"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_guests_list: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedGuestList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_guests_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGuestRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Guest"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_guests_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seat: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_ledger_list: {
        parameters: {
            query?: {
                entries?: string;
                format?: "csv" | "json";
                /**
                 * @description * `Admitted` - Admitted
                 *     * `AlertAcknowledged` - AlertAcknowledged
                 *     * `AlertRaised` - AlertRaised
                 *     * `AlertRepeated` - AlertRepeated
                 *     * `AlertResolved` - AlertResolved
                 *     * `AllMuted` - AllMuted
                 *     * `Announced` - Announced
                 *     * `BreakEnded` - BreakEnded
                 *     * `BreakStarted` - BreakStarted
                 *     * `CalledOn` - CalledOn
                 *     * `CameBack` - CameBack
                 *     * `CameraSet` - CameraSet
                 *     * `CameraTurnedOff` - CameraTurnedOff
                 *     * `Cancelled` - Cancelled
                 *     * `ChatModeSet` - ChatModeSet
                 *     * `CheckedIn` - CheckedIn
                 *     * `Connected` - Connected
                 *     * `ConnectionLost` - ConnectionLost
                 *     * `DoorOpened` - DoorOpened
                 *     * `Ended` - Ended
                 *     * `Extended` - Extended
                 *     * `Following` - Following
                 *     * `GivenUp` - GivenUp
                 *     * `GuestInvited` - GuestInvited
                 *     * `HandLowered` - HandLowered
                 *     * `HandRaised` - HandRaised
                 *     * `HandsLowered` - HandsLowered
                 *     * `Held` - Held
                 *     * `HelpAsked` - HelpAsked
                 *     * `HelpComing` - HelpComing
                 *     * `InvitationWithdrawn` - InvitationWithdrawn
                 *     * `InvitedToShare` - InvitedToShare
                 *     * `Knocked` - Knocked
                 *     * `LeadChanged` - LeadChanged
                 *     * `Left` - Left
                 *     * `LetIn` - LetIn
                 *     * `Locked` - Locked
                 *     * `MemberExpected` - MemberExpected
                 *     * `MessageDeleted` - MessageDeleted
                 *     * `MicrophoneSet` - MicrophoneSet
                 *     * `Moved` - Moved
                 *     * `Muted` - Muted
                 *     * `NotHeld` - NotHeld
                 *     * `PlacesClosed` - PlacesClosed
                 *     * `PlacesOpened` - PlacesOpened
                 *     * `Posted` - Posted
                 *     * `PresenceAnswered` - PresenceAnswered
                 *     * `PresenceAsked` - PresenceAsked
                 *     * `PresenceClosed` - PresenceClosed
                 *     * `PresenceMissed` - PresenceMissed
                 *     * `Promoted` - Promoted
                 *     * `Reacted` - Reacted
                 *     * `RecallStarted` - RecallStarted
                 *     * `RecordSigned` - RecordSigned
                 *     * `RefusedEntry` - RefusedEntry
                 *     * `Removed` - Removed
                 *     * `Resumed` - Resumed
                 *     * `RoundClosed` - RoundClosed
                 *     * `RoundEnded` - RoundEnded
                 *     * `RoundOpened` - RoundOpened
                 *     * `RoundStarted` - RoundStarted
                 *     * `SentBack` - SentBack
                 *     * `SharingStarted` - SharingStarted
                 *     * `SharingStopped` - SharingStopped
                 *     * `SpeechNoted` - SpeechNoted
                 *     * `Spotlighted` - Spotlighted
                 *     * `StaffAssigned` - StaffAssigned
                 *     * `StaffDismissed` - StaffDismissed
                 *     * `StartDue` - StartDue
                 *     * `Started` - Started
                 *     * `SteppedAway` - SteppedAway
                 *     * `SteppedBack` - SteppedBack
                 *     * `SteppedDown` - SteppedDown
                 *     * `TalkErased` - TalkErased
                 *     * `TextAllowed` - TextAllowed
                 *     * `TimeCorrected` - TimeCorrected
                 *     * `TurnExtended` - TurnExtended
                 *     * `TurnPassed` - TurnPassed
                 *     * `TurnStarted` - TurnStarted
                 *     * `TurnTaken` - TurnTaken
                 *     * `Unlocked` - Unlocked
                 *     * `UnmuteAllowed` - UnmuteAllowed
                 *     * `UnmuteAsked` - UnmuteAsked
                 *     * `Warned` - Warned
                 */
                kind?: ("Admitted" | "AlertAcknowledged" | "AlertRaised" | "AlertRepeated" | "AlertResolved" | "AllMuted" | "Announced" | "BreakEnded" | "BreakStarted" | "CalledOn" | "CameBack" | "CameraSet" | "CameraTurnedOff" | "Cancelled" | "ChatModeSet" | "CheckedIn" | "Connected" | "ConnectionLost" | "DoorOpened" | "Ended" | "Extended" | "Following" | "GivenUp" | "GuestInvited" | "HandLowered" | "HandRaised" | "HandsLowered" | "Held" | "HelpAsked" | "HelpComing" | "InvitationWithdrawn" | "InvitedToShare" | "Knocked" | "LeadChanged" | "Left" | "LetIn" | "Locked" | "MemberExpected" | "MessageDeleted" | "MicrophoneSet" | "Moved" | "Muted" | "NotHeld" | "PlacesClosed" | "PlacesOpened" | "Posted" | "PresenceAnswered" | "PresenceAsked" | "PresenceClosed" | "PresenceMissed" | "Promoted" | "Reacted" | "RecallStarted" | "RecordSigned" | "RefusedEntry" | "Removed" | "Resumed" | "RoundClosed" | "RoundEnded" | "RoundOpened" | "RoundStarted" | "SentBack" | "SharingStarted" | "SharingStopped" | "SpeechNoted" | "Spotlighted" | "StaffAssigned" | "StaffDismissed" | "StartDue" | "Started" | "SteppedAway" | "SteppedBack" | "SteppedDown" | "TalkErased" | "TextAllowed" | "TimeCorrected" | "TurnExtended" | "TurnPassed" | "TurnStarted" | "TurnTaken" | "Unlocked" | "UnmuteAllowed" | "UnmuteAsked" | "Warned")[];
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
                person?: string;
                row?: number;
                since?: string;
                until?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedLedgerEntryLineList"];
                    "text/csv": string;
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_people_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seat: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Card"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_room_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomWelcome"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_staff_list: {
        parameters: {
            query?: {
                /** @description A page number within the paginated result set. */
                page?: number;
                /** @description Number of results to return per page. */
                page_size?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedStaffList"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_staff_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStaffRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_staff_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                seat: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_ticket_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_verification_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions_verification_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in_code_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffCodeSignInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
