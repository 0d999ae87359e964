package org.hrscope.library;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The bytes of a response as they arrive. Unlike a stream, reads have a timeout and can be interrupted. Filled by
/// the client's thread, one block ahead; read by one other.
final class ArrivingBody implements HttpResponse.BodySubscriber<ArrivingBody>, AutoCloseable {
    private sealed interface Event {}

    private record Block(List<ByteBuffer> bytes) implements Event {}

    private record End(@Nullable Throwable failure) implements Event {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    @Override
    public CompletionStage<ArrivingBody> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription.complete(begun);
        begun.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        events.add(new Block(bytes));
    }

    @Override
    public void onError(Throwable failure) {
        events.add(new End(failure));
    }

    @Override
    public void onComplete() {
        events.add(new End(null));
    }

    /// @return null at the end
    /// @throws TimeoutException   if nothing arrives in that time
    /// @throws BrokenOffException if the connection ended before the body did
    @Nullable List<ByteBuffer> next(Duration patience)
            throws InterruptedException, TimeoutException, BrokenOffException {
        return switch (events.poll(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            case null -> throw new TimeoutException();
            case Block block -> {
                subscription.join().request(1);
                yield block.bytes;
            }
            case End end -> {
                if (end.failure != null) throw new BrokenOffException(end.failure);
                yield null;
            }
        };
    }

    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }

    /// The peer closed the connection early.
    static final class BrokenOffException extends Exception {
        BrokenOffException(Throwable cause) {
            super(cause);
        }
    }
}
