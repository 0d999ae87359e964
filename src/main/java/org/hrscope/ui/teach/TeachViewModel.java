package org.hrscope.ui.teach;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.teach.Click;
import org.hrscope.teach.ClickedPerson;
import org.hrscope.teach.Taught;
import org.hrscope.teach.TaughtNetwork;
import org.hrscope.teach.TeachSession;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.threads.Jobs.Outcome;
import org.jspecify.annotations.Nullable;

/// Joints being taught to the network in use. After each click all of them are fitted anew and the network with them
/// replaces the one in use, so that a taught joint is a joint like any other: on the stage, in lists, for everyone. FX
/// thread; the work is done in jobs, one after the other.
public final class TeachViewModel {
    private static final Object KEY = "teach";

    /// What the view model asks of the window.
    public interface Ways {
        /// Uses a taught network for the time being.
        void use(Path network);

        /// Uses a network that was kept, from now on.
        void keep(Path network);

        /// Goes back to the network that was in use before.
        void giveBack();

        void problem(Problem problem);
    }

    /// One step, for undo.
    private record Step(List<String> joints, List<ClickedPerson> people) {}

    private final Jobs jobs;
    private final Ways ways;
    private final ObservableValue<@Nullable ModelFile> network;
    private final ObservableList<String> joints = FXCollections.observableArrayList();
    private final ObservableList<String> seen = FXCollections.unmodifiableObservableList(joints);
    private final ObjectProperty<@Nullable String> active = new SimpleObjectProperty<>();
    private final BooleanProperty present = new SimpleBooleanProperty(true);
    private final ObjectProperty<@Nullable Taught> taught = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Deque<Step> past = new ArrayDeque<>();
    private List<ClickedPerson> people = List.of();
    private @Nullable TeachSession session;
    private int newest;

    /// @param network in use; null while none is
    public TeachViewModel(Jobs jobs, Ways ways, ObservableValue<@Nullable ModelFile> network) {
        this.jobs = jobs;
        this.ways = ways;
        this.network = network;
        network.addListener((property, before, now) -> replaced(now));
    }

    public ObservableList<String> joints() {
        return seen;
    }

    /// The joint that clicks speak of; null before there is one.
    public ObjectProperty<@Nullable String> activeProperty() {
        return active;
    }

    /// Whether a click shows where the joint is, or where it is not.
    public BooleanProperty presentProperty() {
        return present;
    }

    /// What came of the clicks; null before the first.
    public ObservableValue<@Nullable Taught> taughtProperty() {
        return taught;
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ObservableValue<Boolean> busyProperty() {
        return busy;
    }

    /// Begins a joint; a name that is taken or cannot be one is told.
    ///
    /// @return whether it was begun
    public boolean add(String name) {
        ModelFile file = base();
        String plain = name.strip();
        try {
            if (file != null) TaughtNetwork.check(plain, file.info().skeleton());
            if (joints.contains(plain)) throw new Problem("teach.named", plain);
        } catch (Problem problem) {
            ways.problem(problem);
            return false;
        }
        keep();
        joints.add(plain);
        active.set(plain);
        return true;
    }

    /// Forgets a joint and its clicks.
    public void remove(String name) {
        keep();
        joints.remove(name);
        if (name.equals(active.get())) active.set(joints.isEmpty() ? null : joints.getLast());
        learn(people);
    }

    /// @param result on stage, owned by the caller
    /// @param x,y    in image pixels, pixel centres being whole numbers
    public void click(PipelineResult result, double x, double y) {
        String joint = active.get();
        Person person = result.person().orElse(null);
        ModelFile file = base();
        if (joint == null || person == null || file == null || busy.get()) return;
        Frame.Origin origin = result.frame().origin();
        ClickedPerson.Place place =
                new ClickedPerson.Place(origin.name(), origin.index(), person.identity());
        BoundingBox box = person.pose().box();
        Click click = new Click(x, y, present.get());
        Map<String, List<Click>> clicks = new HashMap<>();
        for (ClickedPerson shown : people)
            if (shown.place().equals(place)) clicks.putAll(shown.clicks());
        clicks.merge(joint, List.of(click), TeachViewModel::joined);
        TeachSession teaching = session(file);
        Frame frame = result.frame().retain();
        busy.set(true);
        jobs.run(
                new Job.Name(KEY, "job.teach", joint),
                frame,
                progress -> teaching.show(frame, place, box, clicks),
                outcome(shown -> {
                    keep();
                    List<ClickedPerson> all = new ArrayList<>(people);
                    all.removeIf(each -> each.place().equals(place));
                    all.add(shown);
                    learn(all);
                }));
    }

    /// A joint is at one place: the newest click that shows it replaces the one before.
    private static List<Click> joined(List<Click> before, List<Click> now) {
        List<Click> all = new ArrayList<>(before);
        if (now.getFirst().present()) all.removeIf(Click::present);
        all.addAll(now);
        return all;
    }

    public void undo() {
        Step step = past.pollLast();
        undoable.set(!past.isEmpty());
        if (step == null) return;
        joints.setAll(step.joints);
        if (!joints.contains(active.get())) active.set(joints.isEmpty() ? null : joints.getLast());
        learn(step.people);
    }

    private void keep() {
        past.addLast(new Step(List.copyOf(joints), people));
        undoable.set(true);
    }

    private void learn(List<ClickedPerson> now) {
        people = List.copyOf(now);
        ModelFile file = base();
        if (file == null) return;
        List<String> names = List.copyOf(joints);
        List<ClickedPerson> from = people;
        TeachSession teaching = session(file);
        busy.set(true);
        jobs.run(
                new Job.Name(KEY, "job.teach", String.join(", ", names)),
                progress -> teaching.learn(names, from),
                outcome(this::learnt));
    }

    private void learnt(Optional<Taught> found) {
        busy.set(false);
        boolean some = taught.get() != null;
        taught.set(found.orElse(null));
        if (found.isPresent()) ways.use(found.get().file());
        else if (some) ways.giveBack();
    }

    /// The newest job's end is the end of work; one that it replaced may end later.
    private <T> Outcome<T> outcome(Consumer<T> done) {
        int mine = ++newest;
        return new Outcome<>() {
            @Override
            public void done(T value) {
                if (mine == newest) done.accept(value);
            }

            @Override
            public void failed(Problem problem) {
                cancelled();
                ways.problem(problem);
            }

            @Override
            public void cancelled() {
                if (mine == newest) busy.set(false);
            }
        };
    }

    /// Writes the network with the joints taught so far.
    public void write(Path to) {
        Taught now = taught.get();
        if (now == null) return;
        jobs.run(
                new Job.Name(new Object(), "job.teach.write", String.valueOf(to.getFileName())),
                progress -> {
                    now.write(to);
                    return to;
                },
                Outcome.of(ways::keep, ways::problem));
    }

    /// Ends teaching; the clicks are forgotten, and the network is the one from before.
    public void stop() {
        boolean some = taught.get() != null;
        clear();
        if (some) ways.giveBack();
    }

    /// The network that is taught.
    private @Nullable ModelFile base() {
        TeachSession open = session;
        return open == null ? network.getValue() : open.file();
    }

    private TeachSession session(ModelFile file) {
        TeachSession open = session;
        if (open == null) open = new TeachSession(file);
        session = open;
        return open;
    }

    /// Another network was chosen: what was learnt on this one's features says nothing there.
    private void replaced(@Nullable ModelFile now) {
        TeachSession open = session;
        if (open == null || now == null || open.wrote(now) || now.equals(open.file())) return;
        clear();
    }

    private void clear() {
        newest++;
        past.clear();
        undoable.set(false);
        joints.clear();
        active.set(null);
        people = List.of();
        taught.set(null);
        busy.set(false);
        close();
    }

    /// Closes the session. Work under way ends with it.
    public void close() {
        jobs.cancel(KEY);
        TeachSession open = session;
        session = null;
        if (open != null) jobs.workers().execute(open::close);
    }
}
