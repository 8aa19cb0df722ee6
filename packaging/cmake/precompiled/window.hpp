// What nearly every source reads that has a window.
#pragma once

#include "packaging/cmake/precompiled/presenters.hpp"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QWidget>
