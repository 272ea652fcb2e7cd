// web/protocol.js: the numbers that go between C++ and JavaScript, by the names that they have there. tests/lint/protocol.test.mjs
// compares each list, and ROLES of roles.js, with its enumeration.
mergeInto(LibraryManager.library, {
    // src/platform/entry.cpp
    $EVENT: {
        Activated: 0, Focused: 1, Key: 2, TextChanged: 3, TextCommitted: 4, TextCancelled: 5, ValuePicked: 6, Pasted: 7,
        CopyWanted: 8, ContextMenu: 9, File: 10, FileRefused: 11, Answer: 12, Storage: 13, Preference: 14, Started: 15,
        UpdateReady: 16, TaskMoved: 17, Zoomed: 18, PrivateLockDue: 19, ErrandProgress: 20,
    },

    // src/app/frame_io.hpp
    $CAUSE: { Enter: 0, Blur: 1, Tab: 2, Set: 3 },
    $WAY: { Picker: 0, Drop: 1, Paste: 2, Launch: 3 },
    $WHY: { TooLarge: 0, Unreadable: 1 },
    $MODIFIER: { ctrl: 1, shift: 2, alt: 4, meta: 8 },

    // src/app/mirror.hpp
    $FLAG: {
        disabled: 1 << 0, selected: 1 << 1, unselected: 1 << 2, mixed: 1 << 3, expanded: 1 << 4, collapsed: 1 << 5,
        required: 1 << 6, invalid: 1 << 7, multiline: 1 << 8, readOnly: 1 << 9, current: 1 << 10, modal: 1 << 11,
        hasPopup: 1 << 12, tabStop: 1 << 13, focusable: 1 << 14, covered: 1 << 15, sortAscending: 1 << 16,
        sortDescending: 1 << 17, alignRight: 1 << 18, bold: 1 << 19, bareEditor: 1 << 20, zooms: 1 << 22,
        multiSelect: 1 << 23, secret: 1 << 24,
    },

    // src/platform/mirror_diff.cpp and .hpp
    $OPERATION: { remove: 1, node: 2, order: 3 },
    $GROUP: {
        role: 1 << 0, flags: 1 << 1, rect: 1 << 2, clip: 1 << 3, name: 1 << 4, value: 1 << 5, description: 1 << 6,
        placeholder: 1 << 7, position: 1 << 8, numbers: 1 << 9, editor: 1 << 10, links: 1 << 11,
    },

    // src/app/private_store.hpp
    $ACT: { Look: 0, Sweep: 1, Create: 2, Unlock: 3, Change: 4, Put: 5, Remove: 6, Lock: 7, Destroy: 8 },
});
