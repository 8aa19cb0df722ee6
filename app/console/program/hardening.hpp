// What the process denies to others of the same user before it does anything else: no core dump, nobody may trace it or
// read its memory (Linux), and no plug-in comes from a path that the environment names (reliability.md 2, TM17).
#pragma once

namespace countersign::console
{

// False where the system refused a part that it has.
[[nodiscard]] bool harden();

} // namespace countersign::console
