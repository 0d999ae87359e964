package org.hrscope.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FinderSchedule;
import org.hrscope.people.FoundPerson;
import org.hrscope.people.Likeness;
import org.hrscope.people.Look;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonTracks;
import org.hrscope.people.PoseLanes;
import org.hrscope.people.SecondLook;
import org.hrscope.people.Sighting;
import org.hrscope.people.TrackedPerson;
import org.hrscope.threads.CoreShare;
import org.jspecify.annotations.Nullable;

/// Everyone in the frame: found at once in a new scene, then each followed by their own last pose while the finder
/// looks for others now and then, beside the poses. One thread.
public final class CrowdAnalysis extends Analysis<CrowdAnalysis.UnderWay> {
    /// Of more than these the pose network would be busy for seconds.
    private static final int MOST_FOUND = 40;

    private final BackgroundFinder finder;
    private final FinderSchedule schedule = new FinderSchedule();
    private final SceneWatch watch = new SceneWatch();
    private PersonTracks tracks = new PersonTracks(Skeleton.numbered(0));
    private Skeleton skeleton = Skeleton.numbered(0);
    private @Nullable CompletableFuture<BackgroundFinder.Answer> search;

    /// @param whenReady called on an estimator thread when [#finish()] may have something to return
    public CrowdAnalysis(Callable<PersonFinder> finder, Runnable whenReady) {
        this(new FinderThread(finder), System::nanoTime, whenReady);
    }

    /// @param clock for [System#nanoTime()]
    CrowdAnalysis(BackgroundFinder finder, LongSupplier clock, Runnable whenReady) {
        super(clock, whenReady);
        this.finder = finder;
    }

    /// A frame, held until it is finished.
    ///
    /// @param lanes they run in
    /// @param known who is there; null until the estimates of the looks are
    record UnderWay(
            Grabbed grabbed,
            PoseLanes lanes,
            long dropped,
            List<Look> looks,
            PoseLanes.Begun poses,
            @Nullable People known)
            implements Analysis.UnderWay {
        @Override
        public List<CompletableFuture<Estimate>> estimates() {
            return poses.each();
        }

        UnderWay settled(People people) {
            PoseLanes.Begun nothing = PoseLanes.Begun.NOTHING;
            return new UnderWay(grabbed, lanes, dropped, List.of(), nothing, people);
        }
    }

    @Override
    public void begin(
            Grabbed grabbed, PoseEstimator estimator, EngineSettings settings, long dropped)
            throws Problem {
        Frame frame = grabbed.frame();
        long now = began(estimator, settings.estimation());
        PoseLanes lanes = new PoseLanes(estimator, settings.estimation());
        Scene scene = scene(grabbed, estimator.info().skeleton(), settings);
        if (scene != Scene.SAME) {
            schedule.newScene();
            search = null;
        }
        boolean atOnce = scene == Scene.AT_ONCE || schedule.atOnce(now);
        if (atOnce || scene == Scene.WHEN_ALLOWED) {
            settle();
            People known = atOnce ? everyone(frame, lanes) : stillThere(frame, lanes);
            cropped(null);
            PoseLanes.Begun nothing = PoseLanes.Begun.NOTHING;
            add(new UnderWay(grabbed, lanes, dropped, List.of(), nothing, known));
            return;
        }
        List<Look> looks = tracks.looks(frame.width(), frame.height());
        PoseLanes.Begun poses = lanes.look(frame, looks);
        People nobody = looks.isEmpty() ? People.NOBODY : null;
        add(new UnderWay(grabbed, lanes, dropped, looks, poses, nobody));
        searchOn(frame, estimator.cores());
        // The finder's turn makes one of the lanes wait.
        boolean alone = looks.size() == 1 && search == null;
        cropped(alone ? looks.getFirst().box() : null);
    }

    /// What a frame means for those who are followed.
    private enum Scene {
        SAME,

        /// Nothing is known any more; the finder runs as soon as its schedule allows.
        WHEN_ALLOWED,

        /// The same, but this may be the last frame for long, as in a folder or after a seek: do not wait.
        AT_ONCE
    }

    /// Going back begins another pass, counted from 1 again: the same people get the same numbers in each loop.
    private Scene scene(Grabbed grabbed, Skeleton now, EngineSettings settings) {
        SceneWatch.Change change = watch.at(grabbed, settings.speed(), lastBegun());
        if (!now.equals(skeleton)) change = SceneWatch.Change.OTHER_SOURCE;
        switch (change) {
            case NONE -> {
                return Scene.SAME;
            }
            case CUT -> {
                return Scene.WHEN_ALLOWED;
            }
            case SKIPPED -> {
                return Scene.AT_ONCE;
            }
            case STEPPED_BACK -> {
                // A loop of a few frames must not keep the finder busy.
                if (!schedule.free(lastBegun())) return Scene.SAME;
            }
            case WENT_BACK, OTHER_SOURCE -> {}
        }
        settle();
        tracks = new PersonTracks(now);
        skeleton = now;
        return Scene.AT_ONCE;
    }

    /// Frames of the scene before are told by whom it knew.
    private void settle() {
        replaceAll(each -> each.settled(each.known == null ? seen(each) : each.known));
    }

    /// Nobody where an estimate failed: the scene is over anyway.
    private People seen(UnderWay frame) {
        try {
            return seen(frame, frame.poses.await());
        } catch (Problem failed) {
            return People.NOBODY;
        }
    }

    /// Waits for the finder: nothing else is known of this scene.
    private People everyone(Frame frame, PoseLanes lanes) throws Problem {
        BackgroundFinder.Answer answer =
                BackgroundFinder.await(finder.find(frame, lanes.estimator().cores()));
        schedule.ran(now(), answer.nanos());
        People everyone = begin(frame, lanes, answer.people().stream().limit(MOST_FOUND).toList());
        long now = now();
        schedule.waited(now, now - lastBegun());
        return everyone;
    }

    /// Where two cuts follow each other too closely for another run of the finder: people mostly stand where others stood.
    private People stillThere(Frame frame, PoseLanes lanes) throws Problem {
        return begin(frame, lanes, tracks.places(frame.width(), frame.height()));
    }

    /// Begins a scene with those of `found` whom the pose network confirms.
    private People begin(Frame frame, PoseLanes lanes, List<FoundPerson> found) throws Problem {
        List<Sighting> sightings =
                SecondLook.of(found, new Likeness(skeleton), lanes, each -> each.in(frame));
        List<Person> people = new ArrayList<>();
        for (TrackedPerson known :
                tracks.newScene(sightings.stream().map(Sighting::pose).toList())) {
            people.add(Person.of(known.identity(), sightings.get(known.look()).estimate()));
        }
        return new People(people);
    }

    /// Takes what the finder found by now, and lets it look again when it is due.
    private void searchOn(Frame frame, CoreShare cores) throws Problem {
        CompletableFuture<BackgroundFinder.Answer> begun = search;
        if (begun != null && begun.isDone()) {
            search = null;
            BackgroundFinder.Answer answer = BackgroundFinder.await(begun);
            schedule.found(tracks.found(answer.people()));
            schedule.ran(now(), answer.nanos());
        }
        if (search == null && schedule.due(now(), tracks.searching())) {
            search = finder.find(frame, cores);
        }
    }

    /// Whether there is no finder to ask any more.
    boolean withoutFinder() {
        return finder.lost();
    }

    @Override
    void restart() {
        watch.forget();
    }

    @Override
    PipelineResult finish(UnderWay oldest) throws Problem {
        People people = oldest.known;
        if (people == null) {
            List<Estimate> estimates = oldest.poses.await();
            took(
                    estimates.stream().mapToLong(each -> each.times().total()).sum()
                            / Math.min(oldest.lanes.estimator().atOnce(), estimates.size()));
            people = seen(oldest, estimates);
        }
        return result(oldest.grabbed, oldest.lanes, people, oldest.dropped);
    }

    private People seen(UnderWay frame, List<Estimate> there) {
        Frame of = frame.grabbed.frame();
        List<Pose> judged = there.stream().map(Estimate::judged).toList();
        List<Person> people = new ArrayList<>();
        for (TrackedPerson known : tracks.saw(frame.looks, judged, of)) {
            people.add(Person.of(known.identity(), there.get(known.look())));
        }
        return new People(people);
    }

    @Override
    public PipelineResult again(
            Grabbed grabbed,
            PipelineResult before,
            PoseEstimator estimator,
            EngineSettings settings)
            throws Problem {
        List<Person> there = before.people().all();
        List<BoundingBox> boxes = there.stream().map(person -> person.pose().box()).toList();
        PoseLanes lanes = new PoseLanes(estimator, settings.estimation());
        List<Estimate> estimates = lanes.begin(grabbed.frame(), boxes, boxes.size()).await();
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            people.add(Person.of(there.get(i).identity(), estimates.get(i)));
        }
        grabbed.frame().retain();
        return result(grabbed, lanes, new People(people), before.dropped());
    }

    /// Takes over one reference to the frame.
    private static PipelineResult result(
            Grabbed grabbed, PoseLanes lanes, People people, long dropped) {
        ModelInfo model = lanes.estimator().info();
        return new PipelineResult(grabbed.frame(), model, people, 0, grabbed.grabNanos(), dropped);
    }

    @Override
    public void close() {
        try (BackgroundFinder _ = finder) {
            super.close();
        }
    }
}
