package org.hrscope.ui.inspector;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.pixels.ColourScale;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.LongName;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.inspector.InspectorViewModel.Shown;
import org.hrscope.ui.maps.FeatureMapView;
import org.hrscope.ui.maps.MapCell;
import org.hrscope.ui.maps.ScaleView;
import org.jspecify.annotations.Nullable;

/// The pinned map, the current one in the same colours, and their difference (red: higher now, blue: lower). Present
/// only while a map is pinned. FX thread.
final class ComparePane extends HBox {

    /// Five lines each, so that the three maps align.
    private static final double WHOSE = 70;

    /// One of the three: its owner, the map, the value under the pointer, the colour range.
    private static final class Side extends VBox {
        private final FeatureMapView canvas;
        private final ScaleView scale = new ScaleView();
        private final Label whose = Styled.as(new Label(), "meter-name");
        private final Label value = Styled.as(new Label(), "meter-value");
        private @Nullable FeatureMaps map;

        Side(InspectorViewModel inspector, String key, Texts texts) {
            getStyleClass().add("compare-side");
            canvas = new FeatureMapView(inspector::point);
            canvas.setOnKeep(inspector::keep);
            canvas.accessibleTextProperty().bind(texts.of(key));
            VBox.setVgrow(canvas, Priority.ALWAYS);
            HBox.setHgrow(this, Priority.ALWAYS);
            setPrefWidth(100);
            setMinWidth(60);
            Label title = new Caption(texts, key, "channel-title");
            whose.setWrapText(true);
            whose.setMinHeight(WHOSE);
            whose.setAlignment(Pos.TOP_LEFT);
            getChildren().addAll(title, whose, canvas, value, scale);
        }

        void show(String of, FeatureMaps shown, ColourScale colours) {
            map = shown;
            whose.setText(of);
            canvas.show(shown, colours);
            scale.show(shown, colours);
        }

        /// @param like the map that defines the cells
        void point(@Nullable MapCell at, @Nullable FeatureMaps like) {
            FeatureMaps own = map;
            if (at == null || like == null || own == null) {
                canvas.outline(null);
                value.setText(" ");
                scale.mark(Float.NaN);
                return;
            }
            int x = at.x() * own.width() / like.width();
            int y = at.y() * own.height() / like.height();
            canvas.outline(new MapCell(x, y));
            value.setText(Texts.format("%.6g", own.at(0, y, x)));
            scale.mark(own.at(0, y, x));
        }
    }

    private final InspectorViewModel inspector;
    private final Texts texts;
    private final Side pinned;
    private final Side now;
    private final Side difference;

    ComparePane(InspectorViewModel inspector, Texts texts) {
        this.inspector = inspector;
        this.texts = texts;
        getStyleClass().add("compare");
        pinned = new Side(inspector, "inspector.pinned", texts);
        now = new Side(inspector, "inspector.now", texts);
        difference = new Side(inspector, "inspector.difference", texts);
        getChildren().addAll(pinned, now, difference);
        Presence.when(inspector.pinnedProperty().isNotNull(), this);
        Changes.of(
                this::show,
                inspector.pinnedProperty(),
                inspector.shownProperty(),
                inspector.channelProperty(),
                texts.languageProperty());
        Changes.of(this::point, inspector.cellProperty());
    }

    private void show() {
        PinnedMap kept = inspector.pinnedProperty().get();
        Shown shown = inspector.shownProperty().get();
        FeatureMaps map = inspector.map();
        if (kept == null || shown == null || map == null) return;
        ColourScale colours = kept.scaleWith(map, shown.colouring());
        pinned.show(whose(kept), kept.map(), colours);
        PinnedMap current = PinnedMap.of(shown.maps(), inspector.channelProperty().get());
        now.show(whose(current), map, colours);
        FeatureMaps more = kept.difference(map);
        String alike = Texts.format("%.3f", kept.likeness(map));
        difference.show(
                texts.get("inspector.cosine", alike),
                more,
                PinnedMap.differenceScale(more, shown.colouring()));
        point();
    }

    private String whose(PinnedMap map) {
        BoundingBox person = map.person();
        return texts.get(
                "inspector.whose",
                // Allows a line break after each dot and underscore.
                LongName.of(map.node()),
                map.channel(),
                "" + map.frame().index(),
                map.model(),
                Math.round(person.x() + person.width() / 2),
                Math.round(person.y() + person.height() / 2));
    }

    private void point() {
        MapCell at = inspector.cellProperty().get();
        FeatureMaps like = inspector.map();
        for (Side side : new Side[] {pinned, now, difference}) side.point(at, like);
    }
}
