using ActorTerm.Benchmarks.Harness;

namespace ActorTerm.Benchmarks.Kernel;

/// <summary>Messages per second.</summary>
internal static class Telling
{
    private static readonly object Message = new();

    public static Row OneToOne(ActorSystem system)
    {
        const int Count = 2_000_000;
        return new Row(
            "tell, one thread to one actor", "messages/s",
            Side.Rate("kernel", Count, () =>
            {
                using var done = new ManualResetEventSlim();
                var sink = system.ActorOf(Make<Sink>.Of(() => new Sink(Count, done)));
                for (var i = 0; i < Count; i++) sink.Tell(Message, ActorRefs.NoSender);
                done.Wait();
                system.Stop(sink);
            }),
            Side.Rate("Channel", Count, () =>
            {
                using var done = new ManualResetEventSlim();
                var sink = new ChannelSink(Count, done);
                for (var i = 0; i < Count; i++) sink.Tell(Message);
                done.Wait();
                sink.Stop();
            }),
            Goal.RatioAtLeast(2));
    }

    public static Row PingPong(ActorSystem system, int pairs)
    {
        var exchanges = 300_000 / pairs;
        return new Row(
            $"tell, {pairs} {(pairs == 1 ? "pair that plays" : "pairs that play")} ping-pong", "messages/s",
            Side.Rate("kernel", 2.0 * exchanges * pairs, () =>
            {
                using var done = new CountdownEvent(pairs);
                for (var i = 0; i < pairs; i++)
                {
                    var pong = system.ActorOf(Make<Pong>.Of(() => new Pong()));
                    system.ActorOf(Make<Ping>.Of(() => new Ping(pong, exchanges, done)));
                }

                done.Wait();
            }),
            Side.Rate("Channel", 2.0 * exchanges * pairs, () =>
            {
                using var done = new CountdownEvent(pairs);
                for (var i = 0; i < pairs; i++) new ChannelPing(exchanges, done).Begin();
                done.Wait();
            }),
            pairs == 1 ? Goal.None : Goal.RatioAtLeast(2));
    }

    private sealed class Sink : ReceiveActor
    {
        public Sink(int left, ManualResetEventSlim done) => ReceiveAny(_ =>
        {
            if (--left == 0) done.Set();
        });
    }

    private sealed class ChannelSink(int left, ManualResetEventSlim done) : ChannelActor
    {
        protected override void Receive(object message)
        {
            if (--left == 0) done.Set();
        }
    }

    private sealed class Pong : ReceiveActor
    {
        public Pong() => ReceiveAny(message => Sender.Tell(message, Self));
    }

    private sealed class Ping : ReceiveActor
    {
        private readonly IActorRef _pong;

        public Ping(IActorRef pong, int left, CountdownEvent done)
        {
            _pong = pong;
            ReceiveAny(message =>
            {
                if (--left > 0)
                {
                    Sender.Tell(message, Self);
                    return;
                }

                done.Signal();
                Context.Stop(Sender);
                Context.Stop(Self);
            });
        }

        protected override void PreStart() => _pong.Tell(Message, Self);
    }

    private sealed record Ball(ChannelActor From);

    private sealed class ChannelPong : ChannelActor
    {
        private readonly Ball _ball;

        public ChannelPong() => _ball = new Ball(this);

        protected override void Receive(object message) => ((Ball)message).From.Tell(_ball);
    }

    private sealed class ChannelPing : ChannelActor
    {
        private readonly ChannelPong _pong = new();
        private readonly Ball _ball;
        private readonly CountdownEvent _done;
        private int _left;

        public ChannelPing(int left, CountdownEvent done)
        {
            _left = left;
            _done = done;
            _ball = new Ball(this);
        }

        public void Begin() => _pong.Tell(_ball);

        protected override void Receive(object message)
        {
            if (--_left > 0)
            {
                _pong.Tell(_ball);
                return;
            }

            _done.Signal();
            _pong.Stop();
            Stop();
        }
    }
}
