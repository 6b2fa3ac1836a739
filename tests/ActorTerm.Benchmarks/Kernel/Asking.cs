using ActorTerm.Benchmarks.Harness;

namespace ActorTerm.Benchmarks.Kernel;

/// <summary>Questions answered per second.</summary>
internal static class Asking
{
    private const int Count = 200_000;
    private static readonly object Question = new();

    /// <param name="timeout">Null: none.</param>
    public static Row Row(ActorSystem system, int inFlight, TimeSpan? timeout, Goal goal) => new(
        $"ask, {inFlight} in flight, {(timeout is { } limit ? $"{limit.TotalSeconds} s timeout" : "no timeout")}", "answers/s",
        Side.Rate("kernel", Count, () =>
        {
            var actor = system.ActorOf(Make<Answerer>.Of(() => new Answerer()));
            Flood(inFlight, () => actor.Ask<object>(Question, timeout));
            system.Stop(actor);
        }),
        Side.Rate("Channel and a TaskCompletionSource", Count, () =>
        {
            var actor = new ChannelAnswerer();
            Flood(inFlight, () =>
            {
                var question = new ChannelQuestion();
                actor.Tell(question);
                return timeout is { } limit ? question.Task.WaitAsync(limit) : question.Task;
            });
            actor.Stop();
        }),
        goal);

    private static void Flood(int inFlight, Func<Task<object>> ask)
    {
        Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Count / inFlight; i++) await ask().ConfigureAwait(false);
        }))).GetAwaiter().GetResult();
    }

    private sealed class Answerer : ReceiveActor
    {
        public Answerer() => ReceiveAny(message => Sender.Tell(message, Self));
    }

    private sealed class ChannelQuestion() : TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class ChannelAnswerer : ChannelActor
    {
        protected override void Receive(object message) => ((ChannelQuestion)message).SetResult(message);
    }
}
