package org.hrscope.ui.library;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.library.EntryState.Downloading;
import org.hrscope.ui.library.EntryState.Failed;
import org.hrscope.ui.library.EntryState.Preparing;
import org.hrscope.ui.library.EntryState.Verifying;
import org.hrscope.ui.library.EntryState.Waiting;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One network: what it detects, its name, input size and accuracy, state and actions. FX thread.
final class LibraryCell extends ListCell<LibraryRow> {
    private final EntryTexts words;
    private final HBox content;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label id = muted();
    private final Label joints = new Label();
    private final Label input = muted();
    private final Label decoder = new Label();
    private final Label licence = muted();
    private final Label figure = new Label();
    private final Label metric = muted();
    private final Label state = new Label();
    private final Label aside = muted();
    private final ProgressBar bar = new ProgressBar();
    private final Map<Action, Button> buttons = new EnumMap<>(Action.class);
    private final InvalidationListener changes = changed -> show();
    private final WeakInvalidationListener weakly = new WeakInvalidationListener(changes);
    private @Nullable LibraryRow row;

    LibraryCell(LibraryViewModel library, EntryTexts words, Controls controls, Texts texts) {
        this.words = words;
        getStyleClass().add("library-cell");
        name.getStyleClass().add("library-name");
        figure.getStyleClass().add("library-figure");
        // Names differ at their ends, so the start is elided.
        id.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        bar.getStyleClass().add("slim-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox acts = new HBox();
        acts.getStyleClass().add("library-actions");
        for (Action action : Action.values()) {
            Button button =
                    controls.button(
                            Icons.of(action),
                            "library.do." + action.name().toLowerCase(Locale.ROOT),
                            () -> perform(library, action));
            button.managedProperty().bind(button.visibleProperty());
            buttons.put(action, button);
            acts.getChildren().add(button);
        }
        VBox titles = column(-1, name, id);
        HBox.setHgrow(titles, Priority.ALWAYS);
        content =
                new HBox(
                        icon,
                        titles,
                        column(84, joints, input),
                        column(118, decoder, licence),
                        column(86, figure, metric),
                        column(142, state, bar, aside),
                        acts);
        content.getStyleClass().add("library-row");
        content.setAlignment(Pos.CENTER_LEFT);
        // Only the name shrinks.
        setPrefWidth(0);
        texts.languageProperty().addListener(weakly);
    }

    private static Label muted() {
        Label label = new Label();
        label.getStyleClass().add("muted");
        return label;
    }

    private static VBox column(double width, Node... lines) {
        VBox column = new VBox(lines);
        column.getStyleClass().add("library-column");
        if (width < 0) {
            column.setMinWidth(120);
            column.setPrefWidth(200);
        } else {
            column.setMinWidth(width);
            column.setPrefWidth(width);
            column.setMaxWidth(width);
        }
        return column;
    }

    private void perform(LibraryViewModel library, Action action) {
        LibraryRow acted = row;
        if (acted == null) return;
        // The button may disappear with its action, so focus returns to the row.
        getListView().requestFocus();
        library.perform(action, acted);
    }

    @Override
    protected void updateItem(@Nullable LibraryRow item, boolean empty) {
        super.updateItem(item, empty);
        if (row != null) {
            row.stateProperty().removeListener(weakly);
            row.inUseProperty().removeListener(weakly);
        }
        row = empty ? null : item;
        if (row != null) {
            row.stateProperty().addListener(weakly);
            row.inUseProperty().addListener(weakly);
        }
        show();
    }

    private void show() {
        LibraryRow shown = row;
        setGraphic(shown == null ? null : content);
        if (shown == null) {
            setAccessibleText(null);
            return;
        }
        CatalogueEntry entry = shown.entry();
        icon.setIconCode(Icons.of(entry.kind()));
        name.setText(entry.architecture() + "  ·  " + entry.dataset());
        id.setText(entry.id());
        joints.setText(words.joints(entry));
        input.setText(EntryTexts.input(entry));
        decoder.setText(words.decoder(entry));
        licence.setText(EntryTexts.licence(entry));
        figure.setText(EntryTexts.chiefFigure(entry));
        metric.setText(EntryTexts.chiefMetric(entry));
        showState(shown);
        setAccessibleText(
                String.join(
                        ", ",
                        name.getText(),
                        words.kind(entry.kind()),
                        joints.getText(),
                        input.getText(),
                        decoder.getText(),
                        metric.getText() + " " + figure.getText(),
                        licence.getText(),
                        state.getText()));
    }

    private void showState(LibraryRow shown) {
        EntryState now = shown.state();
        state.setText(words.state(shown));
        state.getStyleClass().removeAll("warning", "accent");
        if (now instanceof Failed) state.getStyleClass().add("warning");
        if (shown.inUseProperty().get()) state.getStyleClass().add("accent");
        boolean working = shown.isBusy() && !(now instanceof Waiting);
        bar.setProgress(now instanceof Downloading going ? going.share() : -1);
        if (now instanceof Preparing || now instanceof Verifying) bar.setProgress(-1);
        show(bar, working);
        aside.setText(words.aside(shown));
        show(aside, !working && !aside.getText().isEmpty());
        show(state, !state.getText().isEmpty());
        buttons.forEach((action, button) -> button.setVisible(shown.actions().contains(action)));
    }

    private static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
