package org.hrscope.ui.network;

import java.util.concurrent.Callable;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Chosen;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.ScoreBar;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// The nodes by time, slowest first; selecting one selects it on the map. FX thread.
final class TimesList extends VBox {
    private static final double BAR = 74;

    private final NetworkViewModel model;
    private final ListView<MapNode> list = new ListView<>();

    TimesList(NetworkViewModel model, Texts texts) {
        this.model = model;
        getStyleClass().add("times-list");
        Callable<String> words = () -> total(texts, model.timesProperty().get());
        Label total = Paragraph.of(new Caption(texts.of(words, model.timesProperty()), "muted"));
        list.setCellFactory(view -> new Row());
        Chosen.in(
                list.getSelectionModel(), now -> model.selection().nodeProperty().set(now.name()));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(total, list);
        Changes.of(this::fill, model.timesProperty());
    }

    private static String total(Texts texts, @Nullable BlockTimes times) {
        if (times == null) return "";
        return texts.get(
                "network.total",
                NodeText.number(times.whole() / 1e6),
                NodeText.number(times.other() / 1e6));
    }

    private void fill() {
        BlockTimes times = model.timesProperty().get();
        MapLayout map = model.map();
        if (times == null || map == null) list.getItems().clear();
        else list.getItems().setAll(times.byTime(map));
    }

    /// Name, bar, milliseconds, GMAC/s.
    private final class Row extends ListCell<MapNode> {
        private final Label name = new Label();
        private final Label figures = Styled.as(new Label(), "meter-value");
        private final ScoreBar bar = new ScoreBar("times-heat");
        private final HBox row = Styled.as(new HBox(), "times-row");

        Row() {
            bar.setPrefWidth(BAR);
            row.getChildren().addAll(name, new Spacer(), bar, figures);
        }

        @Override
        protected void updateItem(MapNode node, boolean empty) {
            super.updateItem(node, empty);
            BlockTimes times = model.timesProperty().get();
            boolean shown = !empty && node != null && times != null;
            setGraphic(shown ? row : null);
            if (!shown) return;
            name.setText(node.name());
            bar.show(times.millis(node) / times.longestMillis());
            double giga = times.gigaPerSecond(node);
            String rate = giga > 0 ? Texts.format("%6.1f GMAC/s", giga) : " ".repeat(13);
            figures.setText(Texts.format("%6.2f ms %s", times.millis(node), rate));
        }
    }
}
