namespace ActorTerm.Actors.Tests.Mailboxes;

public class SystemMailTests
{
    [Fact]
    public void All_is_taken_at_once_oldest_first()
    {
        SystemMessage? latest = null;
        var sent = new SystemMessage[] { new Suspend(), new Resume(null), new StopNow() };
        Assert.Null(SystemMail.TakeAll(ref latest));

        foreach (var message in sent) SystemMail.Push(ref latest, message);
        var taken = new List<SystemMessage>();
        for (var message = SystemMail.TakeAll(ref latest); message is not null; message = message.Next) taken.Add(message);

        Assert.Equal(sent, taken);
        Assert.Null(latest);
    }
}
