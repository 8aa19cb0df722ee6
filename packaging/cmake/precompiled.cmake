# Two thirds of a build from nothing went into reading the same headers again. Where COUNTERSIGN_PCH is on they are compiled
# once, and each room and test reads the result. Sources still name all that they need: the presets without it would not
# build otherwise.
option(COUNTERSIGN_PCH "Compile the headers that nearly every source reads only once" OFF)

# countersign_headers(plain countersign_house): one compilation of precompiled/plain.hpp.
function(countersign_headers NAME)
  add_library(countersign_headers_${NAME} OBJECT ${CMAKE_SOURCE_DIR}/packaging/cmake/precompiled/unit.cpp)
  target_link_libraries(countersign_headers_${NAME} PRIVATE countersign_house ${ARGN})
  # By its name below the root: with a folder of the machine in it, ccache would take it for another header in each clone,
  # and every source that reads it for another source.
  target_precompile_headers(countersign_headers_${NAME} PRIVATE "\"packaging/cmake/precompiled/${NAME}.hpp\"")
  # ccache asks for the first, and for a sloppiness (house.cmake).
  target_compile_options(countersign_headers_${NAME} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  if(UNIX)
    set_target_properties(countersign_headers_${NAME} PROPERTIES CXX_COMPILER_LAUNCHER
      "${CMAKE_SOURCE_DIR}/packaging/cmake/precompiled/afresh.sh;${CMAKE_CXX_COMPILER_LAUNCHER}")
  endif()
endfunction()

# countersign_reads(core_policy plain): that target reads them.
function(countersign_reads TARGET NAME)
  if(NOT COUNTERSIGN_PCH OR NOT TARGET countersign_headers_${NAME})
    return()
  endif()
  get_target_property(kind ${TARGET} TYPE)
  if(kind STREQUAL "INTERFACE_LIBRARY")
    return()
  endif()
  target_precompile_headers(${TARGET} REUSE_FROM countersign_headers_${NAME})
  # Programs read what was made for libraries: both must be of one kind.
  target_compile_options(${TARGET} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess;-fPIC>)
endfunction()

# countersign_reads_qt(ui_text Qt6::Core): those that fit what it links.
function(countersign_reads_qt TARGET)
  if(ARGN MATCHES "Qt6::Widgets|ui_widgets|ui_style|app_console_window")
    countersign_reads(${TARGET} window)
  elseif(NOT ARGN MATCHES "Qt6::(Network|Gui|Pdf)|app_console(;|$)|app_console_sign_on")
    countersign_reads(${TARGET} presenters)
  endif()
endfunction()
