namespace ActorTerm.Actors.Event;

/// <summary>Writes log events, one per line.</summary>
internal sealed class StandardOutputLogger : ReceiveActor
{
    public StandardOutputLogger(TextWriter output) => Receive<LogEvent>(output.WriteLine);
}
