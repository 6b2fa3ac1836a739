namespace ActorTerm.Actors;

/// <summary>An answer that says success or failure. An Ask that is answered by <see cref="Failure"/> throws its cause.</summary>
public abstract class Status
{
    private Status()
    {
    }

    public sealed class Success : Status
    {
        public static readonly Success Instance = new(null!);

        public readonly object Status;

        public Success(object status) => Status = status;

        public override string ToString() => $"Success: {Status}";
    }

    public sealed class Failure : Status
    {
        public readonly Exception Cause;

        public readonly object? State;

        public Failure(Exception cause) => Cause = cause;

        public Failure(Exception cause, object state)
        {
            Cause = cause;
            State = state;
        }

        public override string ToString() => $"Failure: {Cause}";
    }
}
