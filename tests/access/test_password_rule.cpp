// Which new passwords a profile takes: long ones, and none that everybody tries first.
#include "core/access/password_rule.hpp"

#include "core/base/bytes.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace countersign;
using access::faultOf;
using access::PasswordFault;

TEST_CASE("short, common, or good")
{
    struct Case {
        std::string word;
        PasswordFault fault;
    };
    const std::array cases{
        Case{"", PasswordFault::TooShort},
        Case{"correct hors", PasswordFault::None},
        Case{"correct hor", PasswordFault::TooShort},
        Case{"\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f\xc3\xa4\xc3\xb6", PasswordFault::TooShort}, // six characters
        Case{"aaaaaaaaaaaa", PasswordFault::Common},
        Case{"abcabcabcabc", PasswordFault::Common},
        Case{"123456789012", PasswordFault::Common},
        Case{"987654321098", PasswordFault::Common},
        Case{"qwertyuiopqwerty", PasswordFault::Common},
        Case{"1qaz2wsx3edc", PasswordFault::Common},
        Case{"2026-11-02 10:30", PasswordFault::Common}, // digits and signs alone
        Case{"Password1234", PasswordFault::Common},
        Case{"P@ssw0rd2026!", PasswordFault::Common},
        Case{"passwordpassword", PasswordFault::Common},
        Case{"Welcome2026!!", PasswordFault::Common},
        Case{"Willkommen123", PasswordFault::Common},
        Case{"Summer2026Summer", PasswordFault::Common},
        Case{"Hospital-2026", PasswordFault::Common},
        Case{"my secret password", PasswordFault::Common},
        Case{"iloveyou!!!!!", PasswordFault::Common},
        Case{"Tr0ub4dor&3 horse", PasswordFault::None},
        Case{"correct horse battery staple", PasswordFault::None},
        Case{"vier gelbe Tassen", PasswordFault::None},
        Case{"xkq-71-pmlw-09", PasswordFault::None},
        Case{"my hospital has blue doors", PasswordFault::None},
        Case{std::string(300, 'a') + "b", PasswordFault::None},
    };
    for (const auto &c : cases) {
        CAPTURE(c.word);
        CHECK(faultOf(asBytes(c.word)) == c.fault);
    }
}
