# The review of one item: presenters without a window, then the page under keys.
set(review_rooms ui_presenters ui_text core_policy core_desk core_domain)
foreach(name test_review_sources test_review_draft test_review_findings test_basis_page test_review_presenter
             test_review_display_model test_review_gates test_source_search test_fhir_cards test_page_identity
             test_edit_session test_review_editing test_sign_view test_page_book test_spelling test_whole_text)
  countersign_test(${name} QT SOURCES ${name}.cpp USE ${review_rooms})
endforeach()
foreach(name test_safe_text test_page_viewer test_review_page test_sign_sheet test_decision_bar)
  countersign_test(${name} QT SOURCES ${name}.cpp USE ui_widgets ui_style ${review_rooms})
endforeach()
countersign_test(test_review_real_drafts QT SOURCES test_review_real_drafts.cpp
                 USE ui_widgets ui_style core_protocol ${review_rooms})
# What agents write is never anything but letters: traced by the kernel, not by our own word.
add_executable(show_hostile_texts show_hostile_texts.cpp)
target_link_libraries(show_hostile_texts PRIVATE countersign_house countersign_demo_desk app_console_window ui_widgets
                      ui_style core_domain Qt6::Test)
countersign_qt_flags(show_hostile_texts PRIVATE)
set_target_properties(show_hostile_texts PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
find_program(STRACE strace)
if(STRACE)
  add_test(NAME hostile_texts COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/hostile_texts.sh $<TARGET_FILE:show_hostile_texts>
           ${CMAKE_CURRENT_BINARY_DIR}/hostile_texts)
  set_tests_properties(hostile_texts PROPERTIES TIMEOUT 600 ENVIRONMENT QT_QPA_PLATFORM=offscreen)
else()
  message(STATUS "The hostile texts are not traced: there is no strace.")
endif()
# The tree that a screen reader gets, on a display and over the accessibility bus.
find_program(XVFB Xvfb)
if(XVFB)
  add_executable(read_accessible_tree ${PROJECT_SOURCE_DIR}/tests/support/read_accessible_tree.cpp)
  target_link_libraries(read_accessible_tree PRIVATE countersign_house Qt6::DBus)
  countersign_qt_flags(read_accessible_tree PRIVATE)
  set_target_properties(read_accessible_tree PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_executable(test_accessible_tree test_accessible_tree.cpp)
  target_link_libraries(test_accessible_tree PRIVATE countersign_house countersign_demo_desk app_console_window ui_widgets
                        ui_style core_domain Qt6::Test)
  countersign_qt_flags(test_accessible_tree PRIVATE)
  set_target_properties(test_accessible_tree PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_dependencies(test_accessible_tree read_accessible_tree)
  add_test(NAME test_accessible_tree COMMAND ${PROJECT_SOURCE_DIR}/packaging/test/on-virtual-display.sh
           $<TARGET_FILE:test_accessible_tree>)
  set_tests_properties(test_accessible_tree PROPERTIES TIMEOUT 300 ENVIRONMENT
    "QT_QPA_PLATFORM=xcb;QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1;COUNTERSIGN_TREE_READER=$<TARGET_FILE:read_accessible_tree>")
endif()
