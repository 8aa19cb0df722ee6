// The walls around the decoders. Once inside, the process can read what it was given, think, and write its answer, and
// nothing else: no file, no socket, no process, no new code, bounded memory and time (reliability.md 4.5). There is no
// way out. main thread, before any other thread and before the first foreign byte.
#pragma once

namespace countersign::render
{

// With the memory of a document, that descriptor stays open; all others but the three close. False: there is no sandbox
// on this system, or it could not be raised; nothing may be decoded.
[[nodiscard]] bool enterSandbox(bool hasMemory = false);

} // namespace countersign::render
