import { DeskNotice } from "#components/desk/people/DeskNotice";

export default function NotForYou() {
  return (
    <DeskNotice title="Only admins can see people">
      Adding people, roles and deactivation are for the admins of the newsroom. <a href="/desk">Back to the desk</a>
    </DeskNotice>
  );
}
