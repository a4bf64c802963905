export interface ListenOptions extends Deno.ServeTcpOptions {
  readonly hostname: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Where people set the port. */
  readonly portSetting: "PORT" | "STATUS_PORT";
}

/**
 * Serves HTTP at an address that is a setting.
 *
 * @throws {Error} If it cannot listen there; the message says what to set.
 */
export function listen(
  { portSetting, ...options }: ListenOptions,
  handler: Deno.ServeHandler<Deno.NetAddr>,
): Deno.HttpServer {
  try {
    return Deno.serve(options, handler);
  } catch (error) {
    const { hostname, port } = options;
    const where = `Cannot serve http://${hostname}:${port} as`;
    const reason = error instanceof Deno.errors.AddrInUse
      ? "the port must be free: another program listens there. End it, or " +
        `set ${portSetting} to another`
      : `HOST must be an address of this machine: ${(error as Error).message}`;
    throw new Error(`${where} ${reason}`, { cause: error });
  }
}
