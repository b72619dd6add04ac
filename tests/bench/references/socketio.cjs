// Socket.IO as its documentation has it: sockets join a room, and `io.to(room).emit` tells it.
const { createServer } = require("node:http");
const { Server } = require("socket.io");

const http = createServer();
const io = new Server(http, { serveClient: false });

io.on("connection", (socket) => {
  const { room } = socket.handshake.query;
  socket.join(room);
  socket.on("message", (text) => io.to(room).emit("message", text));
});
http.listen(Number(process.argv[2]), "127.0.0.1");
