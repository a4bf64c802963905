import { connect, isIP, type Socket } from "node:net";
import { connect as connectTls, type ConnectionOptions } from "node:tls";

const KEEP_ALIVE_DELAY_MS = 60_000;

export interface SocketTarget {
  readonly host: string;
  readonly port: number;
  readonly ssl: ConnectionOptions;
  readonly onConnect: () => void;
}

/**
 * Opens sockets for kafkajs and keeps sight of them. kafkajs does not: of
 * requests that find their connection lost each opens another one, and it
 * knows the last. The others would keep the process alive until the broker
 * finds them idle. And one that is half gone it would go on waiting for.
 */
export class TrackedSockets {
  readonly #open = new Set<Socket>();
  #isOver = false;

  readonly create = ({ host, port, ssl, onConnect }: SocketTarget): Socket => {
    const servername = isIP(host) === 0 ? { servername: host } : {};
    const socket = ssl
      ? connectTls({ host, port, ...servername, ...ssl }, onConnect)
      : connect({ host, port }, onConnect);
    socket.setKeepAlive(true, KEEP_ALIVE_DELAY_MS);
    this.#open.add(socket);
    socket.once("close", () => this.#open.delete(socket));
    // Also of one that kafkajs has no more use for.
    socket.on("error", () => {});
    if (this.#isOver) destroy(socket);
    return socket;
  };

  /** Ends all of them at once; kafkajs opens others. */
  resetAll(): void {
    for (const socket of this.#open) destroy(socket);
  }

  /** Ends all of them at once, and any that is opened after. */
  destroyAll(): void {
    this.#isOver = true;
    this.resetAll();
  }
}

/** With an error, or kafkajs would wait for what is not answered. */
function destroy(socket: Socket): void {
  socket.destroy(new Error("The connection was given up"));
}
