// Words checked by Hunspell on a thread of its own: it loads dictionaries for tenths of a second, and may look for a
// word in place of a strange one as long. What crosses is words, by queued signals; nothing is shared.
#pragma once

#include "ui/presenters/spelling.hpp"

#include <memory>

namespace countersign::console
{

// `dictionaries`: paths without their endings, of the machine's own dictionaries ("/usr/share/hunspell/en_US"); a word
// that any of them knows is known. One that is not there, or is not in UTF-8, is left out; without any, every word is
// known. The medical words of the product are known besides.
[[nodiscard]] std::shared_ptr<presenters::WordChecker> checkWithHunspell(const QStringList &dictionaries);

// Where this machine keeps dictionaries of English.
[[nodiscard]] QStringList installedDictionaries();

} // namespace countersign::console
