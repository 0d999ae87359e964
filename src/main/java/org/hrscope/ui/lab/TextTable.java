package org.hrscope.ui.lab;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Texts;

/// A table of texts, sorted by its owner. FX thread.
///
/// @param <T> a row
class TextTable<T> extends TableView<T> {
    private static final double ROW = 25;

    private final Texts texts;

    /// @param name for screen readers
    TextTable(Texts texts, String name) {
        this.texts = texts;
        getStyleClass().add("lab-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        accessibleTextProperty().bind(texts.of(name));
        texts.languageProperty().subscribe(this::refresh);
    }

    /// The column that takes what the others leave.
    void wide(String key, Function<T, String> text) {
        column(key, text, "lab-name").setMinWidth(104);
    }

    /// Numbers, in a column of this width.
    TableColumn<T, String> narrow(String key, double width, Function<T, String> text) {
        TableColumn<T, String> column = column(key, text, "lab-number");
        column.setMinWidth(width);
        column.setMaxWidth(width);
        return column;
    }

    private TableColumn<T, String> column(String key, Function<T, String> text, String style) {
        TableColumn<T, String> column = new TableColumn<>();
        column.setGraphic(new Caption(texts, key));
        column.getStyleClass().add(style);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(any -> new Words<>(style));
        getColumns().add(column);
        return column;
    }

    /// Paths differ at their ends.
    private static final class Words<T> extends TableCell<T, String> {
        Words(String style) {
            getStyleClass().add(style);
            setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
        }
    }

    /// Other rows, scrolled as before.
    void show(List<T> rows) {
        if (!rows.equals(getItems())) getItems().setAll(rows);
    }
}
