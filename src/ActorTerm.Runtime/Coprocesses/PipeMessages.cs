using ActorTerm.Pty;
using ActorTerm.Pty.Piping;

namespace ActorTerm.Runtime.Coprocesses;

/// <summary>Turns what happens to a process into messages for its coprocess. Called on the reactor's thread, so it tells and returns.</summary>
internal sealed class PipeMessages(IActorRef coprocess) : IPipeEvents
{
    public void Ready(PipeInterest what) => coprocess.Tell(PipeReady.Of(what), ActorRefs.NoSender);

    public void Exited(PtyExit exit) => coprocess.Tell(new ProcessExited(exit), ActorRefs.NoSender);
}

/// <summary>A pipe can be read or written. One instance per pipe: nothing is allocated for it.</summary>
internal sealed class PipeReady
{
    private static readonly PipeReady Input = new(PipeInterest.Input);
    private static readonly PipeReady Output = new(PipeInterest.Output);
    private static readonly PipeReady Errors = new(PipeInterest.Errors);

    private PipeReady(PipeInterest what) => What = what;

    public PipeInterest What { get; }

    public static PipeReady Of(PipeInterest what) => what switch
    {
        PipeInterest.Input => Input,
        PipeInterest.Output => Output,
        _ => Errors,
    };
}

internal sealed record ProcessExited(PtyExit Exit);
