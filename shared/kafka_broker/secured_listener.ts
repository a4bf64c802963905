import { join } from "node:path";
import { isThere } from "./is_there.ts";
import type { SecuredListener } from "./server_properties.ts";

const KEY_STORE_PASSWORD = "groundtrack";

/**
 * Makes the key of a listener in a broker's folder, once, and a certificate
 * which that key itself signs, for localhost and 127.0.0.1.
 *
 * @throws {RangeError} If user or password hold what Kafka's settings cannot.
 * @throws {Error} If Java's keytool is not there or fails.
 */
export async function makeSecuredListener(
  folder: string,
  { port, user, password }: { port: number; user: string; password: string },
): Promise<SecuredListener & { readonly caFile: string }> {
  if (!/^\w+$/.test(user) || /["\\,=\[\]\s]/.test(password)) {
    throw new RangeError(
      "Cannot secure Kafka as the user must be of letters, and the password " +
        `without " \\ , = [ ] and blanks: current user is ${user}`,
    );
  }
  const keyStore = join(folder, "broker.p12");
  const caFile = join(folder, "broker.pem");
  const store = ["-keystore", keyStore, "-storepass", KEY_STORE_PASSWORD];
  if (!isThere(caFile)) {
    await keytool([
      "-genkeypair",
      ...["-alias", "broker", "-keyalg", "EC", "-validity", "3650"],
      ...["-dname", "CN=localhost", "-ext", "SAN=dns:localhost,ip:127.0.0.1"],
      ...["-storetype", "PKCS12", ...store],
    ]);
    await keytool([
      ...["-exportcert", "-rfc", "-alias", "broker"],
      ...["-file", caFile, ...store],
    ]);
  }
  const keyStorePassword = KEY_STORE_PASSWORD;
  return { port, user, password, keyStore, keyStorePassword, caFile };
}

async function keytool(args: string[]): Promise<void> {
  const { success, stdout, stderr } = await new Deno.Command("keytool", {
    args,
    stdin: "null",
  }).output();
  if (success) return;
  const decoder = new TextDecoder();
  throw new Error(
    "Cannot secure Kafka as keytool must make a certificate: it says\n" +
      decoder.decode(stdout) + decoder.decode(stderr),
  );
}
