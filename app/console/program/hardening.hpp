// Keeps the program's memory and code to itself, before anything of Qt runs (reliability.md, TM17; T-HARD1).
#pragma once

namespace countersign::console
{

// Nothing that was loaded or named by the environment stays: where the loader was told to load something first, the
// program starts itself anew without it, and this does not return. First of all in main.
void shedEnvironment(char **words);

// No core dump, not traceable, no plug-in path, files for their owner alone. False: the system does not let it.
bool harden();

} // namespace countersign::console
