package org.hrscope.ui.stage;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.AngleName;
import org.hrscope.ui.joints.JointColours;
import org.jspecify.annotations.Nullable;

/// Which layers are visible, and how they look. FX thread.
public final class LayersViewModel {
    /// Joints below this score are doubtful.
    public static final double LEAST_SCORE = 0.2;

    private final Map<StageLayer, BooleanProperty> shown = new EnumMap<>(StageLayer.class);
    private final DoubleProperty heatmapOpacity = new SimpleDoubleProperty(0.75);
    private final BooleanProperty hues = new SimpleBooleanProperty(false);
    private final BooleanProperty byPerson = new SimpleBooleanProperty(false);
    private final ObjectProperty<@Nullable AngleName> angle = new SimpleObjectProperty<>();
    private final BooleanProperty mirror = new SimpleBooleanProperty(true);

    public LayersViewModel() {
        for (StageLayer layer : StageLayer.values())
            shown.put(layer, new SimpleBooleanProperty(layer.usual()));
    }

    public BooleanProperty shownProperty(StageLayer layer) {
        return Objects.requireNonNull(shown.get(layer));
    }

    public boolean shows(StageLayer layer) {
        return shownProperty(layer).get();
    }

    public void toggle(StageLayer layer) {
        shownProperty(layer).set(!shows(layer));
    }

    public DoubleProperty heatmapOpacityProperty() {
        return heatmapOpacity;
    }

    /// One hue per joint, else the maximum over joints in one colour map.
    public BooleanProperty huesProperty() {
        return hues;
    }

    /// One colour per person, else one per side of the body.
    public BooleanProperty byPersonProperty() {
        return byPerson;
    }

    /// Whether cameras are shown as mirrors.
    public BooleanProperty mirrorProperty() {
        return mirror;
    }

    /// The angle that is shown; null for the one at the selected joint, as where a network lacks its joints.
    public ObjectProperty<@Nullable AngleName> angleProperty() {
        return angle;
    }

    /// As it is now.
    public StageLook now() {
        EnumSet<StageLayer> visible = EnumSet.noneOf(StageLayer.class);
        for (StageLayer layer : StageLayer.values()) if (shows(layer)) visible.add(layer);
        return new StageLook(visible, heatmapOpacity.get(), hues.get(), byPerson.get());
    }

    /// Those of the selected person, following every change.
    public ObservableValue<JointColours> colours(
            ObservableValue<Skeleton> skeleton, IntegerProperty person) {
        return Bindings.createObjectBinding(
                () -> now().colours(skeleton.getValue(), person.get(), true),
                skeleton,
                person,
                hues,
                byPerson,
                shownProperty(StageLayer.HEATMAPS));
    }

    /// Names of the visible layers, for the settings.
    public List<String> names() {
        return Arrays.stream(StageLayer.values())
                .filter(this::shows)
                .map(StageLayer::name)
                .toList();
    }

    /// From the settings; null keeps the defaults.
    public void restore(@Nullable List<String> names) {
        if (names == null) return;
        for (StageLayer layer : StageLayer.values())
            shownProperty(layer).set(names.contains(layer.name()));
    }
}
