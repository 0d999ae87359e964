package org.hrscope.ui.shell;

import java.io.File;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.hrscope.batch.ClipExport;
import org.hrscope.batch.ClipExport.Done;
import org.hrscope.batch.ClipExport.Kind;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceOpener;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.export.Angles;
import org.hrscope.motion.AngleName;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.opening.SourceMenu;
import org.hrscope.ui.stage.LayersViewModel;

/// "Export results…": formats by check boxes, a folder, then one pass over the whole source in the background while the
/// window goes on. FX thread; estimates are made off it.
final class ResultsExport {
    private final Shell shell;
    private final ViewModels models;

    /// Files only: nothing else can be read from the start.
    private final SourceOpener files = new SourceOpener(new Cameras(), pool -> new DemoSource());

    ResultsExport(Shell shell, ViewModels models) {
        this.shell = shell;
        this.models = models;
    }

    void ask(Window owner) {
        SourceSpec source = models.live().sourceProperty().get();
        if (source == null || models.live().modelFileProperty().get() == null) {
            shell.notices().problem(new Problem("bundle.nothing"));
            return;
        }
        if (source instanceof SourceSpec.Camera
                || source instanceof SourceSpec.Stream
                || source instanceof SourceSpec.Demo) {
            String name = SourceMenu.name(models.live(), shell.texts());
            shell.notices().problem(new Problem("results.live", name));
            return;
        }
        Form form = new Form(owner);
        if (form.showAndWait().orElse(false)) folder(owner, source, form);
    }

    private void folder(Window owner, SourceSpec source, Form form) {
        Set<Kind> kinds = form.kinds();
        if (kinds.isEmpty()) return;
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(shell.texts().get("results.folder"));
        File folder = chooser.showDialog(owner);
        if (folder == null) return;
        EngineSettings now = models.live().settings();
        boolean smooth = form.smooth.isSelected();
        start(new ClipExport(source.text(), folder.toPath(), kinds, now, smooth, angles()));
    }

    /// The one that three joints were clicked for, if the network has them.
    private Angles angles() {
        AngleName chosen = models.look().layers().angleProperty().get();
        Skeleton skeleton = models.look().joints().skeletonProperty().get();
        boolean there = chosen != null && chosen.find(skeleton).isPresent();
        return there ? new Angles(List.of(chosen), LayersViewModel.LEAST_SCORE) : Angles.NONE;
    }

    Job start(ClipExport export) {
        ClipExport.Means means =
                new ClipExport.Means(
                        models.opener().inUse(),
                        models.live().finder(),
                        spec -> files.open(spec, new FramePool()));
        return shell.jobs()
                .run(
                        new Job.Name("results " + export.source(), "job.results", export.source()),
                        progress ->
                                export.run(
                                        means,
                                        (file, done, total, name) -> progress.at(done, total)),
                        Jobs.Outcome.of(this::tell, shell.notices()::problem));
    }

    private void tell(Done done) {
        if (done.problems().isEmpty()) {
            String folder = String.valueOf(done.written().getFirst().getParent());
            shell.notices()
                    .news(shell.texts().of("results.done", done.images(), done.people(), folder));
        } else {
            shell.notices().problem(done.problems().getFirst());
        }
    }

    /// Which formats.
    private final class Form extends Dialog<Boolean> {
        private final Map<Kind, CheckBox> boxes = new EnumMap<>(Kind.class);
        private final CheckBox smooth = new CheckBox(shell.texts().get("results.smooth"));

        Form(Window owner) {
            initOwner(owner);
            setTitle(shell.texts().get("results"));
            VBox column = new VBox(8, new Label(shell.texts().get("results.which")));
            for (Kind kind : Kind.values()) {
                String key = Texts.key("results.", kind);
                CheckBox box = new CheckBox(shell.texts().get(key));
                box.setMnemonicParsing(false);
                box.setSelected(kind == Kind.CSV);
                boxes.put(kind, box);
                column.getChildren().add(box);
            }
            smooth.setSelected(models.live().smoothingProperty().get().of(false));
            column.getChildren().addAll(new Separator(), smooth);
            ButtonType start =
                    new ButtonType(shell.texts().get("results.choose"), ButtonData.OK_DONE);
            getDialogPane()
                    .getButtonTypes()
                    .setAll(
                            start,
                            new ButtonType(
                                    shell.texts().get("dialog.cancel"), ButtonData.CANCEL_CLOSE));
            // It would tick the box that has the focus.
            column.addEventFilter(
                    KeyEvent.KEY_PRESSED,
                    event -> {
                        if (event.getCode() != KeyCode.ENTER) return;
                        event.consume();
                        setResult(true);
                    });
            getDialogPane().setContent(column);
            getDialogPane().setPrefWidth(520);
            shell.theme().style(getDialogPane());
            setResultConverter(start::equals);
        }

        Set<Kind> kinds() {
            Set<Kind> wanted = EnumSet.noneOf(Kind.class);
            boxes.forEach((kind, box) -> {
                if (box.isSelected()) wanted.add(kind);
            });
            return wanted;
        }
    }
}
