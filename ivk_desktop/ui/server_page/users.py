"""The users of a server, and what each has in its queue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.administration import ServerUser, UserActivity, UserChange
from ivk_desktop.ui import reading, row_table, theme
from ivk_desktop.ui.fact_grid import Section
from ivk_desktop.ui.server_page import texts
from ivk_desktop.ui.server_page.texts import tr
from ivk_desktop.ui.tokens import Height, Space

USER = Qt.ItemDataRole.UserRole
MOST_SHOWN = 8
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlainTable(QTableWidget):
    """A small table within a page: as high as its rows, up to ``MOST_SHOWN`` of them."""

    def __init__(self, titles: Sequence[str], numbers: Sequence[int] = ()) -> None:
        super().__init__(0, len(titles))
        self._numbers = frozenset(numbers)
        row_table.style_rows(self)
        row_table.size_rows(self)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        for column, title in enumerate(titles):
            item = QTableWidgetItem(title)
            if column in self._numbers:
                item.setTextAlignment(RIGHT)
            self.setHorizontalHeaderItem(column, item)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_cells(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these texts; what is selected stays so by its place."""
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column in self._numbers:
                    item.setTextAlignment(RIGHT)
                if column:
                    item.setForeground(theme.color("text2"))
                self.setItem(row, column, item)
        lines = min(max(1, len(rows)), MOST_SHOWN)
        self.setFixedHeight(theme.px(Height.ROW) * lines + theme.px(26))


class UserSection(Section):
    """Lists users; adds, disables, promotes, deletes them, and sets passwords."""

    add_requested = Signal()
    password_requested = Signal(object)
    """The ``ServerUser`` who gets a new password."""
    change_requested = Signal(str, object)
    """A user's id and the ``UserChange``."""
    delete_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Users"), parent, divided=True)
        self._users: Sequence[ServerUser] = ()
        self.table = PlainTable((tr("Name"), tr("E-mail"), tr("May"), tr("Signed in")))
        self.table.setAccessibleName(tr("Users"))
        self.add_button = QPushButton(tr("Add a user…"))
        self.password = QPushButton(tr("Set password…"))
        self.active = QPushButton(tr("Disable"))
        self.admin = QPushButton(tr("Make administrator"))
        self.delete = QPushButton(tr("Delete…"))
        self.add_action(self.add_button)
        self.add(self.table)
        line = QWidget()
        buttons = QHBoxLayout(line)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(Space.S)
        for button in (self.password, self.active, self.admin, self.delete):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.add(line)
        self._connect()
        self._selection_changed()

    def show_users(self, users: Sequence[ServerUser]) -> None:
        """Show these users."""
        self._users = users
        row = self.table.currentRow()
        self.table.show_cells([self._cells(user) for user in users])
        if 0 <= row < len(users):
            self.table.selectRow(row)
        self._selection_changed()

    def chosen(self) -> ServerUser | None:
        """The selected user."""
        rows = self.table.selectionModel().selectedRows()
        row = rows[0].row() if rows else -1
        return self._users[row] if 0 <= row < len(self._users) else None

    def _cells(self, user: ServerUser) -> tuple[str, ...]:
        seen = reading.moment(user.signed_in_at) if user.signed_in_at else tr("never")
        return user.shown_name, user.email, texts.user_state(user), seen

    def _selection_changed(self) -> None:
        user = self.chosen()
        for button in (self.password, self.active, self.admin, self.delete):
            button.setEnabled(user is not None)
        active, admin = (user is None or user.is_active), (user is not None and user.is_admin)
        self.active.setText(tr("Disable") if active else tr("Enable"))
        self.admin.setText(tr("Make plain user") if admin else tr("Make administrator"))

    def _switch_active(self) -> None:
        if (user := self.chosen()) is not None:
            change = UserChange(is_active=not user.is_active)
            self.change_requested.emit(user.user_id, change)

    def _switch_admin(self) -> None:
        if (user := self.chosen()) is not None:
            self.change_requested.emit(user.user_id, UserChange(is_admin=not user.is_admin))

    def _password(self) -> None:
        if (user := self.chosen()) is not None:
            self.password_requested.emit(user)

    def _delete(self) -> None:
        if (user := self.chosen()) is not None:
            ask_user(self, user, lambda: self.delete_requested.emit(user.user_id))

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._selection_changed)
        self.add_button.clicked.connect(self.add_requested)
        self.password.clicked.connect(self._password)
        self.active.clicked.connect(self._switch_active)
        self.admin.clicked.connect(self._switch_admin)
        self.delete.clicked.connect(self._delete)


class ActivitySection(Section):
    """What each user has in the queue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Activity in the queue"), parent, divided=True)
        titles = (
            tr("User"),
            tr("Running"),
            tr("Waiting"),
            tr("Completed"),
            tr("Failed"),
            tr("Run time"),
            tr("Last"),
        )
        self.table = PlainTable(titles, (1, 2, 3, 4, 5))
        self.table.setAccessibleName(tr("Activity"))
        self.add(self.table)

    def show_activity(self, rows: Sequence[UserActivity]) -> None:
        """Show these users."""
        self.table.show_cells([texts.activity_cells(row) for row in rows])
        self.table.setVisible(bool(rows))
        self.say("" if rows else tr("Nobody has anything in the queue."))


def ask_user(parent: QWidget, user: ServerUser, done: Callable[[], None]) -> QMessageBox:
    """Ask whether to delete a user; keeping is the default."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Delete user"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("Delete {name} ({email})?").format(name=user.shown_name, email=user.email))
    box.setInformativeText(tr("This cannot be undone. To keep somebody out for a while, disable."))
    delete = box.addButton(tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    delete.clicked.connect(done)
    box.open()
    return box


def ask_intermediates(parent: QWidget, count: int, done: Callable[[], None]) -> QMessageBox:
    """Ask whether to delete all intermediate pictures; keeping is the default."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Delete intermediates"))
    number = fmt.count(count, reading.style())
    box.setText(tr("Delete {count} intermediate pictures?").format(count=number))
    box.setInformativeText(
        tr("They were made on the way to others. The server deletes them at once, for good.")
    )
    delete = box.addButton(tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    delete.clicked.connect(done)
    box.open()
    return box
