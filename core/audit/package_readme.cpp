#include "core/audit/package_readme.hpp"

namespace countersign::audit
{

std::string_view packageReadme()
{
    return R"(AUDIT PACKAGE

This package proves what was decided, by whom, on what, and what came of it. countersign-verify checks all of it at
once. This page says how to do the same with any JOSE library and SHA-256.

Words used here
  digest   "sha256:" and the SHA-256 of bytes in lower-case hexadecimal
  JWS      compact JSON Web Signature (RFC 7515) by an Ed25519 key (RFC 8037), alg "EdDSA". Its header has exactly the
           members alg, kid and typ. kid is the RFC 7638 SHA-256 thumbprint of the key. The payload is JSON in the form
           of RFC 8785.

Files
  manifest.json     who exported, when, which part, and the path, length and digest of every other file
  manifest.jws      the gateway's signature over the digest of manifest.json, typ "countersign-manifest+jws"
  keys.json         every key that signs anything here: owner, device, role, validFrom, and revokedAt if it was revoked
  decisions.ndjson  every decision that the gateway received, one a line, in the order of its log, refused ones included
  records.ndjson    the gateway's second log: every decision by a salted commitment, every change of keys, accounts and
                    policy, every audit trail that was taken, exports and erasures
  checkpoints.ndjson  the gateway's signed words on how far both logs went, oldest first, typ
                    "countersign-checkpoint+jws"
  events.ndjson     the audit trails: who viewed, searched, printed or exported what, and what was refused
  outcomes.ndjson   releases, reported outcomes, expiries, withdrawals and the like, one a line
  items/            the exact bytes that were decided on; the name is their SHA-256 (only in exports with patient data)
  rendered/         what the reviewer was shown, as labelled text; the name is its SHA-256 (likewise)
  fhir/bundle.json  the same as HL7 FHIR R4, without patient names and free text

1. Obtain the gateway's public key by a way you trust, and compare it with the key of role "gateway" in keys.json.
   Without this step you know only that the package agrees with itself.
2. Verify manifest.jws with that key. Its payload's "manifest" is the digest of the file manifest.json.
3. Compare length and digest of every file with the manifest. There is no file that it does not name.
4. For each line of decisions.ndjson:
   a. Verify "receipt" with the gateway's key, typ "countersign-receipt+jws". In its payload, decisionDigest is the
      digest of the text in "jws"; receivedAt and log.index are the line's.
   b. The receipt's log.proof is the RFC 9162 inclusion proof of that decision in a tree of log.size leaves with the
      root log.root. The data of a leaf are the 32 bytes of SHA-256 over the text in "jws". Hash prefixes: 0x00 for a
      leaf, 0x01 for a node.
   c. Unless the receipt's outcome is "invalid-signature" or "not-permitted": verify "jws" with the key that its kid
      names, typ "countersign-decision+jws". The key's owner and device are the payload's signer.id and device.id, and
      receivedAt lies from validFrom on and before revokedAt.
      Where its auth.components name "smart-card", auth.proof is there, and nowhere else: the signature (Ed25519) of a
      token that the signer carries. Its kid names a key of the same owner that has no device, valid at receivedAt. It
      signs "countersign-carried/1", a line feed, and the digest of the payload in RFC 8785 form without auth.proof.
   d. The payload's chain.seq counts up by one for each signer at each device, and chain.prev is the digest of that
      signer's previous "jws" at that device. It is null at seq 0. An export of a part of the log starts elsewhere.
   e. With patient data: itemDigest names a file in items/, renderedDigest one in rendered/.
5. The tree over all decisions in their order has the root log.root of the manifest. For a part of the log, log.first
   leaves come before, and log.peaks are the roots of their complete subtrees, largest first.
6. Each line of outcomes.ndjson names the digest of the line before it in "prev" (null in the first; without the line
   feed). The last line's digest is outcomesHead in the manifest.
7. Each release names the decisions that it rests on: all accepted, all on this item, revision and itemDigest, by
   different signers, and at least requiredSignatures of them.
8. For each line of records.ndjson: the data of the leaf is the text in "leaf". Where there is a "salt", leaf.commitment is
   the digest of the salt's 32 bytes followed by the text in "record", or, where the leaf names a decision, by the "jws"
   of that place. The tree over all leaves has the root records.root of the last checkpoint.
9. A decision whose "jws" is empty was erased: "erased" is its digest, which stands for it in steps 4 and 5, and a record
   "decision-erased" says who erased it and why. Its leaf in records.ndjson has no salt any more.
10. Each checkpoint's sizes are not below those of the one before, and its roots are those of both trees at that size.
11. For each trail in events.ndjson: seq counts up by one from 0, and prev is the digest of the entry before.
)";
}

} // namespace countersign::audit
