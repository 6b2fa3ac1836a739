using ActorTerm.Api.Tests.Rig;
using ActorTerm.Protocol;
using ActorTerm.Protocol.Host;
using static ActorTerm.Protocol.Host.HostError.Types;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;
using CoprocessInfo = ActorTerm.Runtime.Coprocesses.CoprocessesProtocol.CoprocessInfo;
using CoprocessNewline = ActorTerm.Runtime.Coprocesses.CoprocessesProtocol.CoprocessNewline;
using StdinFull = ActorTerm.Runtime.Coprocesses.CoprocessesProtocol.StdinFull;

namespace ActorTerm.Api.Tests.Translation;

/// <summary>Requests about coprocesses; host.proto, "Coprocesses".</summary>
public class CoprocessRequestTests
{
    [Fact]
    public void Everything_a_start_can_say_reaches_the_session()
    {
        var (line, _) = Start(new() { Session = "active", CommandLine = "rz | cat" });
        var (words, _) = Start(new()
        {
            Session = "active",
            Argv = { "tee", "a b" },
            Mute = true,
            LockInput = true,
            Newline = Protocol.Host.CoprocessNewline.Cr,
            OnStdinFull = Protocol.Host.StdinFull.Kill,
            AnswerQueries = true,
            Source = "cli",
        });

        Assert.Equal(new StartCoprocess(new CoprocessCommand.Shell("rz | cat"), CoprocessOptions.None, CoprocessSource.Api), line);
        Assert.Equal(["tee", "a b"], words.Command.Argv);
        Assert.Equal("tee 'a b'", words.Command.Text);
        Assert.Equal(new CoprocessOptions(true, true, CoprocessNewline.Cr, StdinFull.Kill, true), words.Options);
        Assert.Equal(CoprocessSource.Cli, words.Source);
    }

    [Fact]
    public void Every_answer_to_a_start_has_its_form()
    {
        var (_, answer) = Start(new() { Session = "active", CommandLine = "rz" });
        var info = new CoprocessInfo("rz", 7, new CoprocessOptions(Mute: true, OnStdinFull: StdinFull.Unbounded), CoprocessSource.Trigger, DateTimeOffset.UnixEpoch.AddSeconds(1));

        var started = answer(new StartAnswer.Started(info)).StartCoprocess.Coprocess;
        Assert.Equal(("rz", 7, true, "trigger", 1000L), (started.Command, started.Pid, started.Mute, started.Source, started.StartedAtMs));
        Assert.Equal((Protocol.Host.StdinFull.Unbounded, Protocol.Host.CoprocessNewline.Raw), (started.OnStdinFull, started.Newline));
        Assert.Equal((Code.Conflict, "alreadyRunning: the session has a coprocess, cat; nothing was done"), Error(new StartAnswer.AlreadyRunning("cat")));
        Assert.Equal((Code.BadRequest, "blank: a coprocess needs a command"), Error(new StartAnswer.Blank()));
        Assert.Equal((Code.Failed, "spawnFailed: no such file"), Error(new StartAnswer.SpawnFailed("no such file")));
        Assert.Equal((Code.Conflict, "the session's program has ended"), Error(new StartAnswer.SessionEnded()));

        (Code, string) Error(object reply) => (answer(reply).Error.Code, answer(reply).Error.Message);
    }

    [Fact]
    public void Stopping_and_asking_say_whether_there_was_one()
    {
        var (_, stop) = Wire.AskSession<StopCoprocess>(new() { Actorterm = new() { StopCoprocess = new() { Session = "active" } } });
        var (_, get) = Wire.AskSession<GetCoprocess>(new() { Actorterm = new() { GetCoprocess = new() { Session = "active" } } });

        Assert.True(stop(new Stopped(true)).Actorterm.StopCoprocess.Stopped);
        Assert.False(stop(new Stopped(false)).Actorterm.StopCoprocess.Stopped);
        Assert.Null(get(new CoprocessStatus(null)).Actorterm.GetCoprocess.Coprocess);
        Assert.Equal("rz", get(new CoprocessStatus(new CoprocessInfo("rz", 7, CoprocessOptions.None, CoprocessSource.Key, default))).Actorterm.GetCoprocess.Coprocess.Command);
    }

    [Fact]
    public void Of_no_session_there_is_none()
    {
        foreach (var request in new HostRequest[]
                 {
                     new() { StartCoprocess = new() { Session = "nobody" } }, new() { StopCoprocess = new() { Session = "nobody" } },
                     new() { GetCoprocess = new() { Session = "nobody" } },
                 })
        {
            Assert.Equal(Code.NotFound, Wire.Now(new ClientOriginatedMessage { Actorterm = request }).Actorterm.Error.Code);
        }
    }

    private static (StartCoprocess Message, Func<object, HostResponse> Answer) Start(StartCoprocessRequest request)
    {
        var (message, answer) = Wire.AskSession<StartCoprocess>(new() { Actorterm = new() { StartCoprocess = request } });
        return (message, reply => answer(reply).Actorterm);
    }
}
