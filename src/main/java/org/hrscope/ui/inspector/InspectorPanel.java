package org.hrscope.ui.inspector;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hrscope.ablation.Gains;
import org.hrscope.hrnet.Grown;
import org.hrscope.pipeline.ActivationFollower.Glance;
import org.hrscope.quantise.RoundedNetwork;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.FxThread;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.equation.Arithmetic;
import org.hrscope.ui.equation.EquationView;
import org.hrscope.ui.equation.WeightsView;
import org.hrscope.ui.lab.Cuts;
import org.hrscope.ui.maps.FeatureMapView;
import org.hrscope.ui.stage.OverlayMap;
import org.jspecify.annotations.Nullable;

/// An open node: all its channels, the selected one, what they are computed from, and a pinned map for comparison. FX
/// thread.
public final class InspectorPanel extends VBox {

    /// What the panel needs from outside.
    ///
    /// @param exports  requests values by name, for export only
    /// @param still    whether the stage is paused
    /// @param position the index of the frame on the stage
    /// @param stage    shows the selected channel and a cell's receptive field over the image
    /// @param cuts     what is cut in the network
    /// @param gains    those in the values shown
    /// @param altered  how they differ from the whole network's, a line each
    /// @param grown    what is untrained in it; null unless it was grown
    /// @param rounded  what rounding does to it; null unless it is quantised
    /// @param arithmetic how the node is computed
    public record Parts(
            BiConsumer<Set<String>, Glance> exports,
            ObservableBooleanValue still,
            ReadOnlyLongProperty position,
            OverlayMap stage,
            Cuts cuts,
            ObservableValue<Gains> gains,
            Supplier<List<String>> altered,
            ObservableValue<@Nullable Grown> grown,
            ObservableValue<@Nullable RoundedNetwork> rounded,
            Arithmetic arithmetic) {}

    /// Below this height nothing fits under grid and map.
    private static final double LOW = 560;

    private final InspectorViewModel inspector;
    private final ChannelGridView grid;
    private final ChannelDetail detail;
    private final BeforeStrip before;
    private final ComparePane compare;
    private final HBox body = new HBox();
    private final ObjectProperty<InspectorPage> page =
            new SimpleObjectProperty<>(InspectorPage.MAPS);
    private final InspectorHead head;
    private final InspectorTools tools;
    private final EquationView equation;
    private final WeightsView weights;

    public InspectorPanel(Shell shell, InspectorViewModel inspector, Parts parts) {
        this.inspector = inspector;
        Controls controls = shell.controls();
        Texts texts = shell.texts();
        getStyleClass().add("inspector");
        setMinSize(320, 0);
        MapExport export =
                new MapExport(shell, inspector, parts.exports, parts.altered, new FxThread());
        head = new InspectorHead(inspector, parts, export.menu(this, controls), controls, texts);
        grid = new ChannelGridView(inspector);
        grid.accessibleTextProperty().bind(texts.of("inspector.grid"));
        new ChannelCuts(inspector, parts.cuts, parts.gains, grid, texts);
        Arithmetic arithmetic = parts.arithmetic;
        CellMenu menu = new CellMenu(inspector, arithmetic.cells(), shell);
        detail = new ChannelDetail(inspector, parts.stage, parts.grown, menu, texts);
        before = new BeforeStrip(inspector, texts);
        compare = new ComparePane(inspector, texts);
        body.getStyleClass().add("inspector-body");
        HBox.setHgrow(grid, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(compare, Priority.ALWAYS);
        tools = new InspectorTools(inspector, controls);
        head.under(InspectorPage.buttons(page, controls));
        equation = new EquationView(arithmetic.equation(), pointing(menu), texts);
        weights = new WeightsView(arithmetic.weights(), texts);
        VBox.setVgrow(equation, Priority.ALWAYS);
        VBox.setVgrow(weights, Priority.ALWAYS);
        var open = inspector.nodeProperty().isNotNull();
        arithmetic
                .equation()
                .activeProperty()
                .bind(page.isEqualTo(InspectorPage.EQUATION).and(open));
        arithmetic.weights().activeProperty().bind(page.isEqualTo(InspectorPage.WEIGHTS).and(open));
        var low = heightProperty().lessThan(LOW);
        Changes.of(() -> arrange(low.get()), low, inspector.pinnedProperty(), page);
        arrange(low.get());
    }

    private EquationView.Pointing pointing(CellMenu menu) {
        return new EquationView.Pointing(
                inspector.cellProperty(),
                value -> {
                    FeatureMapView view = new FeatureMapView(inspector::point);
                    view.setOnKeep(inspector::keep);
                    menu.on(view, () -> value);
                    return view;
                });
    }

    /// A pinned map replaces what is below, or the large map if there is no room below.
    private void arrange(boolean low) {
        boolean instead = low && inspector.pinnedProperty().get() != null;
        body.getChildren().clear();
        switch (page.get()) {
            case MAPS -> getChildren().setAll(head, tools, body, before);
            case EQUATION -> getChildren().setAll(head, equation);
            case WEIGHTS -> getChildren().setAll(head, weights);
        }
        if (page.get() != InspectorPage.MAPS) return;
        body.getChildren().setAll(grid, instead ? compare : detail);
        if (!instead) getChildren().add(compare);
        detail.arrange(low);
        before.arrange(low);
        Region beside = instead ? compare : detail;
        beside.prefWidthProperty().bind(widthProperty().multiply(low ? 0.62 : 0.42));
    }
}
