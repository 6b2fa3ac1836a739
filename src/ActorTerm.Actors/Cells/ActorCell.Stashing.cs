namespace ActorTerm.Actors;

// The cell's side of the stash.
internal sealed partial class ActorCell
{
    /// <summary>The message in hand and its sender, for the stash.</summary>
    /// <exception cref="IllegalActorStateException">None is in hand.</exception>
    public MailboxNode CopyInHand()
    {
        var frame = RunFrame.OfThread;
        if (frame.Cell != this || frame.InHand is not { Message: not null } node)
            throw new IllegalActorStateException($"{Path} handles no message that it could stash");
        return node.Copy();
    }

    /// <summary>Puts a stashed message before all that is in the mailbox.</summary>
    public void PutBack(MailboxNode node)
    {
        node.Next = Extras.PutBack;
        Extras.PutBack = node;
        if (node.Message is Terminated terminated) Extras.DeathWatch?.QueueAgain(terminated.ActorRef);
    }
}
