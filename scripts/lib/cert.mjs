// A self-signed TLS certificate made on the spot with node:crypto, so that no key is ever committed.
import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

const DAY = 86_400_000;
const ECDSA_WITH_SHA256 = "2a8648ce3d040302";
const COMMON_NAME = "550403";
const SUBJECT_ALT_NAME = "551d11";

/** DER: tag, length, contents. */
function der(tag, ...parts) {
  const contents = Buffer.concat(parts);
  const size = contents.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), contents]);
}
const sequence = (...parts) => der(0x30, ...parts);
const set = (...parts) => der(0x31, ...parts);
const oid = (hex) => der(0x06, Buffer.from(hex, "hex"));
const integer = (bytes) => der(0x02, bytes);
const bits = (bytes) => der(0x03, Buffer.from([0]), bytes);
const utcTime = (ms) => der(0x17, Buffer.from(`${new Date(ms).toISOString().slice(2, 19).replace(/[-:T]/g, "")}Z`));

/** Key and certificate (PEM) for `hosts`, valid from yesterday for 300 days. */
export function selfSigned(hosts) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(oid(ECDSA_WITH_SHA256));
  const name = sequence(set(sequence(oid(COMMON_NAME), der(0x0c, Buffer.from("local stand-in")))));
  const now = Date.now();
  const names = sequence(
    oid(SUBJECT_ALT_NAME),
    der(0x04, sequence(...hosts.map((host) => der(0x82, Buffer.from(host))))),
  );
  const contents = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    name,
    sequence(utcTime(now - DAY), utcTime(now + 300 * DAY)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(names)),
  );
  const certificate = sequence(contents, algorithm, bits(sign("sha256", contents, privateKey)));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
  };
}
