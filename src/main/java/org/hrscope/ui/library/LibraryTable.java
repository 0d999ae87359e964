package org.hrscope.ui.library;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.LongName;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.library.EntryState.Downloading;
import org.hrscope.ui.library.EntryState.Failed;
import org.hrscope.ui.library.EntryState.Waiting;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One row a network: what it detects, its name, input size, accuracy and download size, state and actions. FX thread.
final class LibraryTable extends TableView<LibraryRow> {
    private static final double ROW = 60;

    private final LibraryViewModel library;
    private final EntryTexts words;
    private final Controls controls;
    private final Texts texts;

    LibraryTable(LibraryViewModel library, EntryTexts words, Controls controls, Texts texts) {
        this.library = library;
        this.words = words;
        this.controls = controls;
        this.texts = texts;
        setItems(library.shown());
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        accessibleTextProperty().bind(texts.of("library"));
        column("library.network", 0, NameCell::new);
        column("library.finds", 104, () -> lines(words::joints, EntryTexts::input));
        column("library.decoder", 112, () -> lines(words::decoder, any -> ""));
        column(
                "library.published",
                84,
                () -> lines(EntryTexts::chiefFigure, EntryTexts::chiefMetric));
        column("library.download", 116, () -> lines(words::size, EntryTexts::licence));
        column("library.state", 138, StateCell::new);
        column("", 112, ActionsCell::new);
        texts.languageProperty().subscribe(this::refresh);
    }

    /// @param width 0 for what the others leave
    private void column(String key, double width, Supplier<Cell> cell) {
        TableColumn<LibraryRow, Seen> column = new TableColumn<>();
        if (!key.isEmpty()) column.setGraphic(new Caption(texts, key));
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(width == 0 ? 160 : width);
        if (width > 0) column.setMaxWidth(width);
        column.setCellFactory(any -> cell.get());
        column.setCellValueFactory(features -> {
            LibraryRow row = features.getValue();
            return Bindings.createObjectBinding(
                    () -> new Seen(row), row.stateProperty(), row.inUseProperty());
        });
        getColumns().add(column);
    }

    /// A row as it is now: another object after each change, so that cells show it again.
    private record Seen(LibraryRow row) {}

    /// Its words are for screen readers only.
    private abstract static class Cell extends TableCell<LibraryRow, Seen> {
        private @Nullable Node content;

        @Override
        protected void updateItem(@Nullable Seen item, boolean empty) {
            super.updateItem(item, empty);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setText(empty || item == null ? null : show(item.row));
            setGraphic(empty || item == null ? null : content);
        }

        final void hold(Node all) {
            content = all;
        }

        /// @return the same in words
        abstract String show(LibraryRow row);
    }

    private static VBox stacked(Node... lines) {
        return Styled.as(new VBox(lines), "library-lines");
    }

    private static Label muted() {
        return Styled.as(new Label(), "muted");
    }

    private static Cell lines(
            Function<LibraryRow, String> first, Function<LibraryRow, String> second) {
        Label above = new Label();
        Label below = muted();
        Cell cell =
                new Cell() {
                    @Override
                    String show(LibraryRow row) {
                        above.setText(first.apply(row));
                        below.setText(second.apply(row));
                        Presence.show(below, !below.getText().isEmpty());
                        return above.getText() + " " + below.getText();
                    }
                };
        cell.hold(stacked(above, below));
        return cell;
    }

    private final class NameCell extends Cell {
        private final FontIcon icon = new FontIcon();
        private final Label name = new Label();
        private final Label id = muted();
        private final Label advised = new Caption(texts, "library.recommended", "library-badge");

        NameCell() {
            HBox all = new HBox(icon, stacked(new HBox(name, advised), id));
            hold(all);
            all.getStyleClass().add("library-name");
            id.setWrapText(true);
            advised.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        String show(LibraryRow row) {
            icon.setIconCode(Icons.of(row.entry().kind()));
            name.setText(row.entry().architecture() + "  ·  " + row.entry().dataset());
            id.setText(LongName.of(row.entry().id()));
            Presence.show(advised, row.recommended());
            String kind = words.kind(row.entry().kind());
            return name.getText()
                    + ", "
                    + kind
                    + (row.recommended() ? ", " + advised.getText() : "");
        }
    }

    private final class StateCell extends Cell {
        private final Label state = new Label();
        private final Label aside = muted();
        private final ProgressBar bar = Styled.as(new ProgressBar(), "slim-bar");

        StateCell() {
            hold(stacked(state, bar, aside));
            bar.setMaxWidth(Double.MAX_VALUE);
        }

        @Override
        String show(LibraryRow row) {
            EntryState now = row.state();
            state.setText(words.state(row));
            state.getStyleClass().removeAll("warning", "accent");
            if (now instanceof Failed) state.getStyleClass().add("warning");
            if (row.inUseProperty().get()) state.getStyleClass().add("accent");
            bar.setProgress(now instanceof Downloading going ? going.share() : -1);
            Presence.show(bar, row.isBusy() && !(now instanceof Waiting));
            aside.setText(words.aside(row));
            Presence.show(aside, !aside.getText().isEmpty());
            return state.getText() + " " + aside.getText();
        }
    }

    private final class ActionsCell extends Cell {
        private final Map<Action, Button> buttons = new EnumMap<>(Action.class);

        ActionsCell() {
            HBox all = new HBox();
            hold(all);
            all.setAlignment(Pos.CENTER_RIGHT);
            for (Action action : Action.values()) {
                String key = Texts.key("library.do.", action);
                Button button = controls.button(Icons.of(action), key, () -> perform(action));
                buttons.put(action, button);
                all.getChildren().add(button);
            }
        }

        private void perform(Action action) {
            // The button may disappear with its action, so focus returns to the table.
            LibraryTable.this.requestFocus();
            library.perform(action, getItem().row);
        }

        @Override
        String show(LibraryRow row) {
            buttons.forEach(
                    (action, button) -> Presence.show(button, row.actions().contains(action)));
            return "";
        }
    }
}
