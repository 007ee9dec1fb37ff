"""What can be done with pictures: the menu that every place of the stage opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QPoint, QStandardPaths, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ivk_desktop.domain.file_names import safe_name
from ivk_desktop.domain.media import MediaKind, MediaRef
from ivk_desktop.stores.all_pictures import AnyMedia
from ivk_desktop.stores.ratings import MOST
from ivk_desktop.ui import icons, media_mime
from ivk_desktop.ui.pictures.acts import Act, Offers, OffersOf, Target
from ivk_desktop.ui.placing import front
from ivk_desktop.ui.stage.canvas import Ground
from ivk_desktop.ui.stage.cells import STAR
from ivk_desktop.ui.texts import count_text

Refs = Sequence[MediaRef]


class PictureActions(QObject):
    """Copies and saves one picture, and passes on what others do with one or with many."""

    open_workflow_requested = Signal(object)
    show_in_board_requested = Signal(object)
    large_requested = Signal(object)
    ground_chosen = Signal(object)
    acted = Signal(object, object, object)
    """An ``Act``, a tuple of ``MediaRef``, and the ``FieldId`` or place that belongs to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._media: AnyMedia | None = None
        self._copying: MediaRef | None = None
        self.offers_of: OffersOf = lambda _: Offers()

    def set_media(self, media: AnyMedia | None) -> None:
        """Work with these pictures; ``None`` for none."""
        if self._media is not None:
            self._media.picture_ready.disconnect(self._copy_ready)
        self._media = media
        if media is not None:
            media.picture_ready.connect(self._copy_ready)

    def open_menu(self, refs: Refs, at: QPoint, ground: Ground) -> None:
        """Open the menu of pictures, of the ground alone where there are none."""
        menu = self.menu(refs, ground, at)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def menu(self, refs: Refs, ground: Ground, at: QPoint | None = None) -> QMenu:
        """Build the menu of pictures."""
        menu = QMenu(self._widget)
        offers = self.offers_of(refs)
        if len(refs) == 1:
            self._add_single(menu, refs[0], offers)
        if refs:
            self._add_again(menu, tuple(refs), offers)
            self._add_files(menu, tuple(refs), offers)
            self._add_changes(menu, tuple(refs), offers, at)
        self._add_grounds(menu, ground)
        return menu

    def _add_single(self, menu: QMenu, ref: MediaRef, offers: Offers) -> None:
        add = partial(self._add, menu)
        add("maximize-2", self.tr("Large picture"), partial(self.large_requested.emit, ref))
        if ref.kind is MediaKind.VIDEO:
            play = self._act(Act.PLAY_VIDEO, (ref,))
            add("external-link", self.tr("Open in the system's player"), play)
        menu.addSeparator()
        signal = self.open_workflow_requested
        add("workflow", self.tr("Open its workflow"), partial(signal.emit, ref))
        if offers.reads_values:
            act = self._act(Act.USE_VALUES, (ref,))
            add("sliders-horizontal", self.tr("Use its values in the open form"), act)
        self._add_targets(menu, ref, offers)
        menu.addSeparator()
        signal = self.show_in_board_requested
        add("images", self.tr("Show in board"), partial(signal.emit, ref))
        if offers.finds_maker:
            act = self._act(Act.SHOW_MAKER, (ref,))
            add("list", self.tr("Show the queue item that made it"), act)
        if offers.on_sheet:
            act = self._act(Act.OPEN_SHEET, (ref,))
            add("table-2", self.tr("Open its sheet"), act)
        menu.addSeparator()

    def _add_again(self, menu: QMenu, refs: tuple[MediaRef, ...], offers: Offers) -> None:
        if not offers.repeats:
            return
        many, number = len(refs) > 1, count_text(len(refs))
        again = self.tr("Run {count} again") if many else self.tr("Run again with its values")
        vary = (
            self.tr("Vary {count}: new seeds") if many else self.tr("Vary: its values, a new seed")
        )
        self._add(menu, "rotate-cw", again.format(count=number), self._act(Act.RUN_AGAIN, refs))
        self._add(menu, "shuffle", vary.format(count=number), self._act(Act.VARY, refs))
        menu.addSeparator()

    def _add_targets(self, menu: QMenu, ref: MediaRef, offers: Offers) -> None:
        kinds = (
            (Act.USE_IMAGE, offers.images, "image-plus", self.tr("Use as input: {field}")),
            (Act.SEND_PROMPT, offers.prompts, "text", self.tr("Send its prompt to {field}")),
            (Act.SEND_SEED, offers.seeds, "dices", self.tr("Send its seed to {field}")),
        )
        titles = {
            Act.USE_IMAGE: self.tr("Use as input"),
            Act.SEND_PROMPT: self.tr("Send its prompt to"),
            Act.SEND_SEED: self.tr("Send its seed to"),
        }
        for act, targets, icon, words in kinds:
            if len(targets) == 1:
                text = words.format(field=targets[0][1].replace("&", "&&"))
                self._add(menu, icon, text, self._act(act, (ref,), targets[0][0]))
            elif targets:
                self._add_submenu(menu, icon, titles[act], targets, act, ref)

    def _add_submenu(
        self,
        menu: QMenu,
        icon: str,
        title: str,
        targets: Sequence[Target],
        act: Act,
        ref: MediaRef,
    ) -> None:
        sub = menu.addMenu(icons.icon(icon, "text2"), title)
        for field_id, name in targets:
            self._add(sub, "", name.replace("&", "&&"), self._act(act, (ref,), field_id))

    def _add_files(self, menu: QMenu, refs: tuple[MediaRef, ...], offers: Offers) -> None:
        add, number = partial(self._add, menu), count_text(len(refs))
        if len(refs) == 1:
            add("copy", self.tr("Copy"), partial(self.copy, refs[0]))
            add("download", self.tr("Save as…"), partial(self.save_as, refs[0]))
            return
        words = self.tr("Copy {count} pictures")
        add("copy", words.format(count=number), partial(self.copy_many, refs))
        words = self.tr("Save {count} pictures…")
        add("download", words.format(count=number), self._act(Act.SAVE_MANY, refs))
        if offers.packs:
            words = self.tr("Download {count} as zip…")
            add("archive", words.format(count=number), self._act(Act.ZIP, refs))

    def _add_changes(
        self, menu: QMenu, refs: tuple[MediaRef, ...], offers: Offers, at: QPoint | None
    ) -> None:
        menu.addSeparator()
        self._add_marks(menu, refs, at)
        if not offers.changes:
            return
        add, many, number = partial(self._add, menu), len(refs) > 1, count_text(len(refs))
        star = Act.UNSTAR if offers.starred else Act.STAR
        words = {
            Act.STAR: self.tr("Star {count} pictures") if many else self.tr("Star"),
            Act.UNSTAR: self.tr("Take {count} stars away") if many else self.tr("Take star away"),
            Act.MOVE: self.tr("Move {count} to a board…") if many else self.tr("Move to a board…"),
            Act.DELETE: self.tr("Delete {count} pictures…") if many else self.tr("Delete…"),
        }
        add("star", words[star].format(count=number), self._act(star, refs))
        add("square-stack", words[Act.MOVE].format(count=number), self._act(Act.MOVE, refs, at))
        if offers.covers and not many:
            add("image", self.tr("Use as cover of the board"), self._act(Act.COVER, refs))
        menu.addSeparator()
        add("trash-2", words[Act.DELETE].format(count=number), self._act(Act.DELETE, refs))
        menu.addSeparator()

    def _add_marks(self, menu: QMenu, refs: tuple[MediaRef, ...], at: QPoint | None) -> None:
        """A person's own marks: no server has to allow them."""
        many, number = len(refs) > 1, count_text(len(refs))
        words = self.tr("Rate {count} pictures") if many else self.tr("Rating")
        sub = menu.addMenu(icons.icon("sparkles", "text2"), words.format(count=number))
        for rating in range(MOST, 0, -1):
            self._add(sub, "", STAR * rating, self._act(Act.RATE, refs, rating))
        self._add(sub, "", self.tr("None"), self._act(Act.RATE, refs, 0))
        words = self.tr("Tags of {count} pictures…") if many else self.tr("Tags…")
        self._add(menu, "tag", words.format(count=number), self._act(Act.TAG, refs, at))

    def _act(
        self, act: Act, refs: tuple[MediaRef, ...], extra: object = None
    ) -> Callable[[], object]:
        return partial(self.acted.emit, act, refs, extra)

    def _add(self, menu: QMenu, icon: str, text: str, act: Callable[[], object]) -> None:
        action = QAction(text, menu)
        if icon:
            action.setIcon(icons.icon(icon, "text2"))
        action.triggered.connect(partial(_run, act))
        menu.addAction(action)

    def _add_grounds(self, menu: QMenu, ground: Ground) -> None:
        names = {
            Ground.THEME: self.tr("As the theme"),
            Ground.DARK: self.tr("Dark"),
            Ground.MIDDLE: self.tr("Middle"),
            Ground.LIGHT: self.tr("Light"),
        }
        sub = menu.addMenu(self.tr("Ground"))
        group = QActionGroup(sub)
        for value, text in names.items():
            action = QAction(text, group, checkable=True, checked=value is ground)
            action.triggered.connect(partial(_run, partial(self.ground_chosen.emit, value)))
            sub.addAction(action)

    # --- acting --------------------------------------------------------------------------
    def clear_marks(self, refs: Refs) -> None:
        """Ask that these are marked for deletion no longer."""
        if refs:
            self.acted.emit(Act.CLEAR_MARKS, tuple(refs), None)

    def copy_many(self, refs: Refs) -> None:
        """Copy one picture with its pixels, or many by name, to be pasted into fields."""
        if len(refs) == 1:
            self.copy(refs[0])
        elif refs:
            data = QMimeData()
            media_mime.write_refs(data, refs)
            data.setText("\n".join(ref.name for ref in refs))
            QGuiApplication.clipboard().setMimeData(data)

    def copy(self, ref: MediaRef) -> None:
        """Put the full picture on the clipboard, as soon as it is there."""
        self._copying = ref
        if self._media is not None and self._media.picture(ref) is not None:
            self._copy_ready(ref)

    def _copy_ready(self, ref: MediaRef) -> None:
        if self._media is None or ref != self._copying:
            return
        image = self._media.loaded_picture(ref)
        if image is not None:
            self._copying = None
            data = QMimeData()
            data.setImageData(image)
            media_mime.write_refs(data, [ref])
            QGuiApplication.clipboard().setMimeData(data)

    def save_as(self, ref: MediaRef) -> None:
        """Ask where to, and save the file as the server has it."""
        places = QStandardPaths.StandardLocation.PicturesLocation
        folder = QStandardPaths.writableLocation(places)
        dialog = QFileDialog(front(self._widget), self.tr("Save picture"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(safe_file_name(ref))
        dialog.fileSelected.connect(partial(self._save, ref))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, ref: MediaRef, path: str) -> None:
        if self._media is not None:
            self._media.save(ref, Path(path))


def safe_file_name(ref: MediaRef) -> str:
    """A file name for a picture: a server's name never leads out of the folder."""
    name = safe_name(ref.name, "picture")
    ending = ".mp4" if ref.kind is MediaKind.VIDEO else ".png"
    return name if "." in name else name + ending


def _run(act: Callable[[], Any], *_: object) -> None:
    act()
