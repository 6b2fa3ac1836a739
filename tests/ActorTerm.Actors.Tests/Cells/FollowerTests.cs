using System.Collections.Concurrent;

namespace ActorTerm.Actors.Tests.Cells;

/// <summary>An actor that slept until a running one told it something runs next on that one's thread. Nobody may notice, but by the speed.</summary>
public sealed class FollowerTests : IDisposable
{
    private const int Throughput = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ActorSystem _system = ActorSystem.Create(
        "followers",
        ConfigurationFactory.ParseString($"akka {{ loglevel = OFF, loggers = [], actor.default-dispatcher.throughput = {Throughput} }}"));

    public void Dispose() => _system.Dispose();

    [Fact]
    public void An_actor_runs_although_the_one_that_told_it_waits_for_it_in_its_handler()
    {
        using var ran = new ManualResetEventSlim();
        using var returned = new ManualResetEventSlim();
        var sleeper = Make<object>(_ => ran.Set());
        var blocking = Make<object>(_ =>
        {
            sleeper.Tell("wake up");
            if (ran.Wait(Patience)) returned.Set();
        });

        blocking.Tell("go", ActorRefs.NoSender);

        Assert.True(returned.Wait(Patience));
    }

    [Fact]
    public void Several_actors_run_although_the_one_that_told_them_waits_for_all()
    {
        const int Sleepers = 20;
        using var left = new CountdownEvent(Sleepers);
        using var returned = new ManualResetEventSlim();
        var sleepers = Enumerable.Range(0, Sleepers).Select(_ => Make<object>(_ => left.Signal())).ToList();
        var blocking = Make<object>(_ =>
        {
            sleepers.ForEach(sleeper => sleeper.Tell("wake up"));
            if (left.Wait(Patience)) returned.Set();
        });

        blocking.Tell("go", ActorRefs.NoSender);

        Assert.True(returned.Wait(Patience));
    }

    [Fact]
    public void It_mostly_runs_on_the_thread_of_the_one_that_told_it()
    {
        const int Times = 1_000;
        using var left = new CountdownEvent(Times);
        var together = 0;
        var second = Make<int>(thread =>
        {
            if (thread == Environment.CurrentManagedThreadId) together++;
            left.Signal();
        });
        var first = Make<string>(_ => second.Tell(Environment.CurrentManagedThreadId));

        // It is told again only when all is done, so each time both have slept.
        for (var i = 1; i <= Times; i++)
        {
            first.Tell("go", ActorRefs.NoSender);
            Assert.True(SpinWait.SpinUntil(() => left.CurrentCount == Times - i, Patience));
        }

        Assert.InRange(together, 1, Times);
    }

    [Fact]
    public async Task An_answer_comes_although_the_one_that_gave_it_stays_in_its_handler()
    {
        using var answered = new ManualResetEventSlim();
        using var returned = new ManualResetEventSlim();
        var busy = Make<object>(question =>
        {
            RunFrame.Running.Sender.Tell(question);
            if (answered.Wait(Patience)) returned.Set();
        });

        await busy.Ask("question").WaitAsync(Patience);
        answered.Set();

        Assert.True(returned.Wait(Patience));
    }

    /// <summary>All of them are told on one thread, and each holds it until the last has been.</summary>
    [Fact]
    public async Task Answers_come_although_those_who_got_one_before_them_do_not_let_go_of_the_thread()
    {
        const int Askers = 3;
        using var left = new CountdownEvent(Askers);
        var questions = new List<IActorRef>();
        var collector = Make<object>(question =>
        {
            questions.Add(RunFrame.Running.Sender);
            if (questions.Count == Askers) questions.ForEach(asker => asker.Tell(question));
        });

        var askers = Enumerable.Range(0, Askers).Select(_ => Await(collector.Ask("question"))).ToArray();

        await Task.WhenAll(askers).WaitAsync(Patience);

        async Task Await(Task<object> answer)
        {
            await answer.ConfigureAwait(false);
            left.Signal();
            Assert.True(left.Wait(Patience));
        }
    }

    /// <summary>Far more than the budget of a thread: those that are left over wait for another one together.</summary>
    [Fact]
    public async Task Each_of_many_gets_its_own_answer()
    {
        const int Askers = 100;
        const int Questions = 200;
        var echo = Make<object>(question => RunFrame.Running.Sender.Tell(question));

        var answers = await Task.WhenAll(Enumerable.Range(0, Askers).Select(Ask)).WaitAsync(Patience);

        Assert.All(answers, ownAnswers => Assert.Equal(Questions, ownAnswers));

        async Task<int> Ask(int asker)
        {
            var own = 0;
            for (var i = 0; i < Questions; i++)
            {
                if (await echo.Ask<(int, int)>((asker, i)).ConfigureAwait(false) == (asker, i)) own++;
            }

            return own;
        }
    }

    [Fact]
    public async Task Whoever_awaits_an_answer_goes_on_outside_of_the_handler_that_gave_it()
    {
        var answerer = Make<object>(question =>
        {
            RunFrame.Running.Sender.Tell(question);
            Assert.NotNull(RunFrame.CurrentCell);
        });

        var runsAfter = await Await().WaitAsync(Patience);

        Assert.Null(runsAfter);

        async Task<object?> Await()
        {
            await answerer.Ask("question").ConfigureAwait(false);
            return RunFrame.CurrentCell;
        }
    }

    /// <summary>What is left of the budget falls from message to message, whoever handles it, until the thread begins again with all of it.</summary>
    [Fact]
    public void A_chain_of_actors_gives_its_thread_back_as_soon_as_a_single_one()
    {
        const int Messages = 2_000;
        using var done = new ManualResetEventSlim();
        var budgets = new ConcurrentQueue<int>();
        var pong = Make<object>(Return);

        pong.Tell("ball", Make<object>(Return));

        Assert.True(done.Wait(Patience));
        var seen = budgets.ToArray();
        Assert.All(seen, left => Assert.InRange(left, 1, Throughput));
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.Second < pair.First || pair.Second == Throughput, $"{pair}"));

        void Return(object ball)
        {
            budgets.Enqueue(RunFrame.OfThread.Left);
            if (budgets.Count == Messages) done.Set();
            else if (budgets.Count < Messages) RunFrame.Running.Sender.Tell(ball);
        }
    }

    private IActorRef Make<T>(Action<T> handle) => _system.ActorOf(Props.CreateBy(new FuncProducer<Doing<T>>(() => new Doing<T>(handle))));

    private sealed class Doing<T> : ReceiveActor
    {
        public Doing(Action<T> handle) => Receive(handle);
    }
}
