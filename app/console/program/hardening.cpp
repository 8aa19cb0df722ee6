#include "app/console/program/hardening.hpp"

#include <QtGlobal>

#if defined(__unix__) || defined(__APPLE__)
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#if defined(__linux__)
#include <sys/prctl.h>
#include <unistd.h>
#endif

namespace countersign::console
{

void shedEnvironment(char **words)
{
#if defined(__linux__)
    bool isTouched = false;
    for (const char *name : {"LD_PRELOAD", "LD_AUDIT", "LD_LIBRARY_PATH", "LD_ORIGIN_PATH", "GCONV_PATH", "LOCPATH"}) {
        isTouched |= qEnvironmentVariableIsSet(name);
        qunsetenv(name);
    }
    // Whoever cannot start anew goes on: hostile code that was loaded already would not have let it anyway.
    if (isTouched)
        ::execv("/proc/self/exe", words);
#else
    static_cast<void>(words);
#endif
}

bool harden()
{
    for (const char *name : {"QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE",
                             "QT_QPA_GENERIC_PLUGINS", "QT_IM_MODULE_PATH", "QML_IMPORT_PATH", "QML2_IMPORT_PATH",
                             "QT_LOGGING_CONF", "QT_LOGGING_RULES", "QT_DEBUG_PLUGINS", "GTK_PATH", "GTK_MODULES",
                             "SSLKEYLOGFILE", "OPENSSL_CONF", "OPENSSL_MODULES", "OPENSSL_ENGINES"})
        qunsetenv(name);
    bool isDone = true;
#if defined(__unix__) || defined(__APPLE__)
    ::umask(077);
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    isDone = ::setrlimit(RLIMIT_CORE, &none) == 0;
#endif
#if defined(__linux__)
    isDone = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && isDone;
#endif
    return isDone;
}

} // namespace countersign::console
