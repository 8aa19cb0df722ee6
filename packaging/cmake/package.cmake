# What is installed, and the Debian package made of it (./dev deb).
include(GNUInstallDirs)

set(countersign_programs countersign-gateway countersign-verify countersign-check)
if(COUNTERSIGN_GUI)
  list(APPEND countersign_programs countersign)
endif()
foreach(program IN LISTS countersign_programs)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()
# Started by the console alone, which looks beside itself and here.
if(TARGET countersign-render)
  install(TARGETS countersign-render RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/countersign)
endif()
if(COUNTERSIGN_GUI AND UNIX AND NOT APPLE)
  install(FILES packaging/linux/countersign.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
  install(FILES packaging/linux/countersign.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()
install(FILES LICENSE THIRD_PARTY_NOTICES.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The programs are built by name; the tests are not built to make a package.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

set(CPACK_PACKAGE_NAME countersign)
set(CPACK_PACKAGE_VENDOR "Countersign")
set(CPACK_PACKAGE_CONTACT "The Countersign maintainers <maintainers@countersign.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so that no linker knows of them: the icon engine and the display plugins.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, libqt6gui6")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-noto-core, qt6-translations-l10n, qt6-wayland")
include(CPack)
