namespace ActorTerm.Actors;

/// <summary>What a supervisor does about a child that failed.</summary>
public enum Directive
{
    /// <summary>Goes on with the next message, state kept.</summary>
    Resume,

    /// <summary>A new instance, mailbox and reference kept; the failing message is not delivered again.</summary>
    Restart,

    /// <summary>The supervisor fails itself, with the child's exception.</summary>
    Escalate,

    Stop,
}
