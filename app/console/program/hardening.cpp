#include "app/console/program/hardening.hpp"

#include <QtGlobal>

#if defined(__unix__) || defined(__APPLE__)
#include <sys/resource.h>
#endif
#if defined(__linux__)
#include <sys/prctl.h>
#endif

namespace countersign::console
{

bool harden()
{
    for (const char *name : {"QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_STYLE_OVERRIDE",
                             "QT_QPA_GENERIC_PLUGINS", "QT_IM_MODULE_PATH", "GTK_PATH", "GTK_MODULES"})
        qunsetenv(name);
    bool isDone = true;
#if defined(__unix__) || defined(__APPLE__)
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    isDone = ::setrlimit(RLIMIT_CORE, &none) == 0;
#endif
#if defined(__linux__)
    isDone = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && isDone;
#endif
    return isDone;
}

} // namespace countersign::console
