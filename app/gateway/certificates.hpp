// The gateway's own certificate authority and the certificate of its server: EC P-256, for loopback by name and
// address. An organisation may put its own server.pem and server.key in their place.
#pragma once

#include "core/base/instant.hpp"
#include "core/base/result.hpp"
#include "core/base/secret.hpp"

#include <string>

namespace countersign::gateway
{

struct Certificates {
    std::string authority, server;       // PEM
    SecretBytes authorityKey, serverKey; // PKCS #8 PEM
};

enum class CertificateError { LibraryFailed };

// Valid from a day before `now`, because clocks differ, for ten years and for 825 days.
[[nodiscard]] Result<Certificates, CertificateError> makeCertificates(const std::string &organisation, Instant now);

} // namespace countersign::gateway
