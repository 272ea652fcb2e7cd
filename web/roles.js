// web/roles.js: what each app::Role and app::MirrorFlag (src/app/mirror.hpp) means in ARIA. tests/lint/protocol.test.mjs compares.
mergeInto(LibraryManager.library, {
    // In the order of enum Role. aria: the role attribute; text: the name is the element's text (others: aria-label);
    // state: the attribute for selected; button: Space activates; editor: a real input; popup: the value of aria-haspopup;
    // placed: row and rows are its position in a set; range: carries aria-valuenow and its limits.
    $ROLES: {
        Generic: { text: true },
        Banner: { aria: 'banner' },
        Navigation: { aria: 'navigation' },
        Main: { aria: 'main' },
        Complementary: { aria: 'complementary' },
        ContentInfo: { aria: 'contentinfo' },
        Region: { aria: 'region' },
        Form: { aria: 'form' },
        Group: { aria: 'group' },
        Dialog: { aria: 'dialog' },
        AlertDialog: { aria: 'alertdialog' },
        Search: { aria: 'search' },
        Heading: { aria: 'heading', text: true },
        Text: { text: true },
        Link: { aria: 'link', text: true, button: true },
        Button: { aria: 'button', text: true, button: true },
        ToggleButton: { aria: 'button', text: true, button: true, state: 'aria-pressed' },
        Checkbox: { aria: 'checkbox', text: true, button: true, state: 'aria-checked' },
        Radio: { aria: 'radio', text: true, button: true, state: 'aria-checked', placed: true },
        RadioGroup: { aria: 'radiogroup' },
        Switch: { aria: 'switch', text: true, button: true, state: 'aria-checked' },
        Tab: { aria: 'tab', text: true, button: true, state: 'aria-selected', placed: true },
        TabList: { aria: 'tablist' },
        TabPanel: { aria: 'tabpanel' },
        Menu: { aria: 'menu' },
        MenuItem: { aria: 'menuitem', text: true, button: true, placed: true },
        MenuItemCheckbox: { aria: 'menuitemcheckbox', text: true, button: true, state: 'aria-checked', placed: true },
        ListBox: { aria: 'listbox' },
        Option: { aria: 'option', text: true, button: true, state: 'aria-selected', placed: true },
        List: { aria: 'list' },
        ListItem: { aria: 'listitem', text: true, placed: true },
        Combobox: { aria: 'combobox', button: true, popup: 'listbox', valueText: true },
        Table: { aria: 'table', table: true },
        Grid: { aria: 'grid', table: true },
        TreeGrid: { aria: 'treegrid', table: true },
        RowGroup: { aria: 'rowgroup' },
        Row: { aria: 'row', state: 'aria-selected', cell: true },
        ColumnHeader: { aria: 'columnheader', text: true, button: true, cell: true },
        RowHeader: { aria: 'rowheader', text: true, cell: true },
        Cell: { aria: 'cell', text: true, cell: true },
        GridCell: { aria: 'gridcell', text: true, state: 'aria-selected', cell: true },
        TextBox: { editor: true },
        SearchBox: { editor: true, type: 'search' },
        NumberBox: { editor: true, mode: 'decimal', aria: 'spinbutton', range: true },
        DateBox: { editor: true, picker: true },
        Slider: { aria: 'slider', range: true, button: false },
        ProgressBar: { aria: 'progressbar', range: true },
        Image: { aria: 'img' },
        Separator: { aria: 'separator' },
        Status: { aria: 'status', text: true },
        Alert: { aria: 'alert', text: true },
        Tooltip: { aria: 'tooltip', text: true },
        Document: { aria: 'document' },
    },
    $ROLES__postset: 'ROLES = Object.values(ROLES);',

    // Every attribute of a node but its geometry, as a plain object; what is not in it is not on the element.
    $describeNode__deps: ['$FLAG', '$ROLES'],
    $describeNode: function (node, idOf) {
        const role = ROLES[node.role];
        const has = (flag) => (node.flags & flag) !== 0;
        const said = {};
        const say = (name, value) => { said[name] = String(value); };
        if (role.aria) say('role', role.aria);
        if (!role.text && node.name) say('aria-label', node.name);
        if (!role.aria && !role.editor && !role.text && node.name) say('role', 'group');
        const description = [role.range || role.editor || role.valueText ? '' : node.value, node.description]
            .filter(Boolean).join(', ');
        if (description && (role.aria || role.editor)) say('aria-description', description);
        if (has(FLAG.disabled)) say(role.editor ? 'disabled' : 'aria-disabled', role.editor ? '' : 'true');
        if (has(FLAG.current)) say('aria-current', 'page');
        if (has(FLAG.modal)) say('aria-modal', 'true');
        if (has(FLAG.covered)) say('inert', '');
        if (has(FLAG.required)) say('aria-required', 'true');
        if (has(FLAG.invalid)) say('aria-invalid', 'true');
        if (has(FLAG.readOnly)) say(role.editor ? 'readonly' : 'aria-readonly', role.editor ? '' : 'true');
        if (has(FLAG.expanded) || has(FLAG.collapsed)) say('aria-expanded', has(FLAG.expanded));
        else if (role.aria === 'combobox') say('aria-expanded', 'false');
        if (has(FLAG.hasPopup) || role.popup) say('aria-haspopup', role.popup || (role.editor ? 'listbox' : 'menu'));
        if (has(FLAG.sortAscending)) say('aria-sort', 'ascending');
        if (has(FLAG.sortDescending)) say('aria-sort', 'descending');
        if (role.state && (has(FLAG.selected) || has(FLAG.unselected) || has(FLAG.mixed) || role.state === 'aria-checked'))
            say(role.state, has(FLAG.mixed) ? 'mixed' : has(FLAG.selected));
        if (node.controls) say('aria-controls', idOf(node.controls));
        if (node.active) say('aria-activedescendant', idOf(node.active));
        if (role.editor && has(FLAG.hasPopup) && (has(FLAG.expanded) || has(FLAG.collapsed))) say('role', 'combobox');

        if (role.aria === 'heading') say('aria-level', node.level || 2);
        else if (node.level && role.aria === 'row') say('aria-level', node.level);
        if (role.table) {
            if (node.rows) say('aria-rowcount', node.rows);
            if (has(FLAG.multiSelect)) say('aria-multiselectable', true);
            if (node.columns) say('aria-colcount', node.columns);
        }
        if (role.cell) {
            if (node.row) say('aria-rowindex', node.row);
            if (node.column) say('aria-colindex', node.column);
        }
        if (role.placed && node.row && node.rows) {
            say('aria-posinset', node.row);
            say('aria-setsize', node.rows);
        }
        if (role.range && (!role.editor || node.max > node.min)) {
            say('aria-valuenow', node.now);
            say('aria-valuemin', node.min);
            say('aria-valuemax', node.max || 100);
            if (node.value && !role.editor) say('aria-valuetext', node.value);
        }
        if (has(FLAG.tabStop)) say('tabindex', '0');
        else if (has(FLAG.focusable) || role.editor) say('tabindex', '-1');
        if (role.editor) {
            if (node.placeholder) say('placeholder', node.placeholder);
            if (role.mode) say('inputmode', role.mode);
            if (role.type) say('type', role.type);
            if (has(FLAG.secret)) say('type', 'password');
        }
        return said;
    },

    // The text that an element carries itself.
    $ownText__deps: ['$ROLES'],
    $ownText: function (node) {
        const role = ROLES[node.role];
        return role.valueText ? node.value : role.text ? node.name : '';
    },
});
