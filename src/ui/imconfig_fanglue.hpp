// ui/imconfig_fanglue.hpp: how Dear ImGui is compiled here; it reads this through IMGUI_USER_CONFIG.
#pragma once

#define IMGUI_USE_WCHAR32         // rare characters in names lie outside the first 65,536
#define IMGUI_ENABLE_TEST_ENGINE  // its item hooks prove that the accessibility mirror is complete
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS  // settings are kept by the application, never in an ini file
#define IMGUI_DISABLE_DEFAULT_FONT
#define ImDrawIdx unsigned int  // a large screen full of table text has more than 65,536 corners
