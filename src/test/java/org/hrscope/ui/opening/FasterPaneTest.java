package org.hrscope.ui.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.ModelInfos;
import org.hrscope.hrnet.PartNames;
import org.hrscope.inference.ModelFile;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class FasterPaneTest {
    private final List<Set<String>> asked = new ArrayList<>();
    private final List<@Nullable Path> used = new ArrayList<>();
    private final ObjectProperty<@Nullable ModelFile> inUse = new SimpleObjectProperty<>();
    private @Nullable Consumer<FasterNetwork> waiting;
    private ScrollPane around;
    private boolean lent;

    private final class Maker implements FasterPane.Making {
        @Override
        public void makeFaster(Consumer<FasterNetwork> done) {
            waiting = done;
        }

        @Override
        public void makeAgain(
                FasterNetwork before, Set<String> kept, Consumer<FasterNetwork> done) {
            asked.add(kept);
            waiting = done;
        }

        @Override
        public void useModel(@Nullable Path file) {
            used.add(file);
        }

        @Override
        public boolean lent() {
            return lent;
        }
    }

    private FasterPane opened() {
        FasterPane pane =
                new FasterPane(
                        new Texts(),
                        new Maker(),
                        inUse,
                        new SimpleObjectProperty<>(new PartNames(Map.of())));
        around = new ScrollPane(pane);
        new Scene(around, 300, 700);
        layOut();
        return pane;
    }

    private void layOut() {
        around.applyCss();
        around.layout();
        around.layout();
    }

    private void done(FasterNetwork network) {
        Consumer<FasterNetwork> done = waiting;
        assertThat(done).isNotNull();
        done.accept(network);
    }

    private static Button button(FasterPane pane, int index) {
        return pane.getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList()
                .get(index);
    }

    private static List<String> figures(FasterPane pane) {
        return pane.lookupAll(".facts > .label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    private static FloatLayers layers(FasterPane pane) {
        return (FloatLayers) pane.lookup(".float-layers");
    }

    private static void space(FloatLayers layers, String layer) {
        layers.getSelectionModel().select(layer);
        layers.fireEvent(
                new KeyEvent(
                        KeyEvent.KEY_PRESSED, " ", "", KeyCode.SPACE, false, false, false, false));
    }

    @Test
    void layersAreTickedAndTheNetworkMadeAgainBesideTheOneBefore() {
        FxToolkit.run(() -> {
            FasterPane pane = opened();
            button(pane, 0).fire();
            assertThat(layers(pane).isVisible()).isFalse();
            done(FasterStates.network(0.437, List.of("heatmaps", "layer1")));
            layOut();
            FloatLayers layers = layers(pane);
            // What has no noise of its own is listed where it is kept.
            assertThat(layers.getItems()).hasSize(9).startsWith("heatmaps").endsWith("layer1");
            button(pane, 2).fire();
            assertThat(layers.getItems()).hasSize(42).startsWith("heatmaps").endsWith("layer1");
            layOut();
            // No scroll pane in a scroll pane.
            assertThat(layers.lookupAll(".scroll-bar")).noneMatch(Node::isVisible);
            assertThat(button(pane, 2).isVisible()).isFalse();
            assertThat(figures(pane)).contains("44%", "65%", "0.35 px", "2");
            Button again = button(pane, 3);
            assertThat(again.isDisabled()).isTrue();
            String second = layers.getItems().get(1);
            space(layers, second);
            assertThat(again.isDisabled()).isFalse();
            space(layers, second);
            assertThat(again.isDisabled()).isTrue();
            space(layers, second);
            layOut();
            CheckBox first =
                    pane.lookupAll(".float-layers .check-box").stream()
                            .map(CheckBox.class::cast)
                            .filter(box -> box.getText().equals("heatmaps"))
                            .findFirst()
                            .orElseThrow();
            assertThat(first.isSelected()).isTrue();
            first.fire();
            again.fire();
            assertThat(asked).containsExactly(Set.of(second, "layer1"));
            assertThat(figures(pane)).as("until then").contains("44%");
            done(FasterStates.network(0.61, List.of(second)));
            assertThat(figures(pane)).contains("44%", "61%", "2", "1");
            assertThat(again.isDisabled()).isTrue();
            button(pane, 1).fire();
            assertThat(used).containsExactly(Path.of("int8.onnx"));
        });
    }

    @Test
    void itIsForgottenWithTheNetworkThatItWasMadeOf() {
        FxToolkit.run(() -> {
            ModelInfo info = ModelInfos.of(64, 64, 3);
            inUse.set(new ModelFile(Path.of("float.onnx"), info));
            FasterPane pane = opened();
            button(pane, 0).fire();
            done(FasterStates.network(0.437, List.of("layer1")));
            inUse.set(new ModelFile(Path.of("int8.onnx"), info));
            assertThat(layers(pane).isVisible()).as("itself in use").isTrue();
            inUse.set(new ModelFile(Path.of("float.onnx"), info));
            assertThat(layers(pane).isVisible()).isTrue();
            lent = true;
            inUse.set(new ModelFile(null, info));
            assertThat(layers(pane).isVisible()).as("borrowed for a lesson").isTrue();
            lent = false;
            inUse.set(new ModelFile(Path.of("float.onnx"), info));
            assertThat(layers(pane).isVisible()).as("given back").isTrue();
            inUse.set(new ModelFile(null, info));
            assertThat(layers(pane).isVisible()).isFalse();
        });
    }

    @Test
    void whereAllStaysFloatTheReasonIsToldAndItCanBeMadeAllTheSame() {
        FxToolkit.run(() -> {
            FasterPane pane = opened();
            button(pane, 0).fire();
            List<String> all =
                    List.copyOf(FasterStates.network(1, List.of()).made().noise().keySet());
            done(FasterStates.network(0.96, all));
            layOut();
            assertThat(pane.lookupAll(".muted"))
                    .extracting(label -> ((Labeled) label).getText())
                    .anyMatch(text -> text.contains("0.5 px"));
            assertThat(button(pane, 1).isVisible()).isFalse();
            FloatLayers layers = layers(pane);
            assertThat(layers.ticked()).isEmpty();
            button(pane, 3).fire();
            done(FasterStates.network(0.44, List.of()));
            button(pane, 2).fire();
            all.forEach(layer -> space(layers, layer));
            button(pane, 3).fire();
            assertThat(asked).containsExactly(Set.of(), Set.copyOf(all));
            done(FasterStates.network(0.96, all));
            assertThat(pane.lookupAll(".muted"))
                    .extracting(label -> ((Labeled) label).getText())
                    .anyMatch(text -> text.contains("are ticked"))
                    .noneMatch(text -> text.contains("tried"));
            assertThat(layers.ticked()).containsExactlyInAnyOrderElementsOf(all);
            assertThat(button(pane, 3).isDisabled()).isTrue();
        });
    }

    @Test
    void whatStaysFloatIsListedHoweverQuietItIs() {
        FxToolkit.run(() -> {
            FasterPane pane = opened();
            button(pane, 0).fire();
            String quietest = "stage4.1.fuse_layers.0.7.narrow";
            done(FasterStates.network(0.437, List.of(quietest)));
            assertThat(layers(pane).getItems())
                    .hasSize(9)
                    .startsWith("heatmaps")
                    .endsWith(quietest);
        });
    }

    @Test
    void whatIsNotWorthItIsNotOffered() {
        FxToolkit.run(() -> {
            FasterPane pane = opened();
            button(pane, 0).fire();
            done(FasterStates.network(1.03, List.of()));
            assertThat(button(pane, 1).isVisible()).isFalse();
            assertThat(layers(pane).isVisible()).isTrue();
        });
    }
}
