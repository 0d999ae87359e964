package org.hrscope.ui.network;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.hrscope.convert.Parity;
import org.hrscope.convert.ParityCheck;
import org.hrscope.domain.Problem;
import org.hrscope.export.NpzReader;
import org.hrscope.inference.ModelFile;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Chosen;
import org.hrscope.ui.common.FileDialog;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Spacer;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// The network compared with a reference file: each value's largest difference, the largest first; selecting one
/// selects its node. FX thread; the comparison runs off it.
final class DifferencesList extends VBox {
    /// Up to this share of its largest value, a float32 network counts as the same.
    static final double SAME = 1e-3;

    private final NetworkViewModel model;
    private final Jobs jobs;
    private final Texts texts;
    private final Consumer<Problem> trouble;
    private final ListView<Parity> list = new ListView<>();
    private final ObjectProperty<@Nullable Path> reference = new SimpleObjectProperty<>();

    DifferencesList(Shell shell, NetworkViewModel model) {
        this.model = model;
        jobs = shell.jobs();
        texts = shell.texts();
        trouble = shell.notices()::problem;
        getStyleClass().add("times-list");
        Label head =
                Paragraph.of(
                        new Caption(
                                texts.of(this::head, reference, list.itemsProperty()), "muted"));
        list.setCellFactory(view -> new Row());
        Chosen.in(
                list.getSelectionModel(),
                now -> model.selection().nodeProperty().set(node(now.name())));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }

    private String head() {
        Path file = reference.get();
        if (file == null) return "";
        long beyond = list.getItems().stream().filter(each -> !same(each)).count();
        return texts.get("network.compared", list.getItems().size(), file.getFileName(), beyond);
    }

    static boolean same(Parity value) {
        return value.relative() <= SAME;
    }

    private String node(String value) {
        MapLayout map = model.map();
        MapNode owner = map == null ? null : map.owners().get(value);
        return owner == null ? value : owner.name();
    }

    /// Asks for the reference.
    ///
    /// @param done told whether there is anything to show
    void choose(Window owner, Consumer<Boolean> done) {
        new FileDialog(owner, texts.get("network.compare"))
                .kind("NumPy", "*.npz")
                .open()
                .ifPresentOrElse(file -> compare(file, done), () -> done.accept(false));
    }

    void compare(Path file, Consumer<Boolean> done) {
        OpenedNetwork network = model.networkProperty().get();
        if (network == null) {
            done.accept(false);
            return;
        }
        ModelFile onMap = network.file();
        jobs.run(
                new Job.Name(this, "network.comparing", String.valueOf(file.getFileName())),
                progress ->
                        new ParityCheck()
                                .run(onMap, NpzReader.read(file)).stream()
                                        .sorted(
                                                Comparator.comparingDouble(Parity::relative)
                                                        .reversed())
                                        .toList(),
                Jobs.Outcome.of(
                        found -> {
                            show(file, found);
                            done.accept(true);
                        },
                        problem -> {
                            done.accept(false);
                            trouble.accept(problem);
                        },
                        () -> done.accept(false)));
    }

    private void show(Path file, List<Parity> found) {
        list.getItems().setAll(found);
        reference.set(null);
        reference.set(file);
        model.compared(
                found.stream().filter(each -> !same(each)).map(each -> node(each.name())).toList());
    }

    void clear() {
        list.getItems().clear();
        reference.set(null);
        model.compared(List.of());
    }

    /// Name, and the difference as a share of the largest value.
    private final class Row extends ListCell<Parity> {
        private final Label name = new Label();
        private final Label figure = Styled.as(new Label(), "meter-value");
        private final HBox row = Styled.as(new HBox(), "times-row");

        Row() {
            row.getChildren().addAll(name, new Spacer(), figure);
        }

        @Override
        protected void updateItem(Parity value, boolean empty) {
            super.updateItem(value, empty);
            setGraphic(empty || value == null ? null : row);
            if (empty || value == null) return;
            name.setText(value.name());
            figure.setText(Texts.format("%.2e", value.relative()));
            figure.setStyle(same(value) ? "" : "-fx-text-fill: #e5484d;");
        }
    }
}
