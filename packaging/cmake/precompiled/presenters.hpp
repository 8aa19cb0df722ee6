// What nearly every source reads that has Qt, but no window.
#pragma once

#include "core/desk/command.hpp"
#include "core/desk/snapshot.hpp"
#include "packaging/cmake/precompiled/plain.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QTimer>
